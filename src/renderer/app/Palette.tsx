import { useMemo, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Label,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { useLocation } from 'wouter';
import { readSheetCode } from '../../domain/sheets/sheetCode.ts';
import { useAsk } from '../client/useAsk.ts';
import { client } from '../wire.ts';
import { modKey } from './keys.ts';
import { rankByName } from './rankByName.ts';
import { useHistoryWalk } from './useHistoryWalk.ts';
import styles from './Palette.module.css';

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly run: () => void;
}

interface PaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const SHOWN = 40;

interface Entries {
  readonly athletes: readonly Entry[];
  readonly screens: readonly Entry[];
  readonly actions: readonly Entry[];
  readonly exercises: readonly Entry[];
  readonly templates: readonly Entry[];
}

const useEntries = (): Entries => {
  const [, go] = useLocation();
  const list = useAsk(client.athletes.list, {});
  const library = useAsk(client.exercises.list, {});
  const shelf = useAsk(client.programs.templates, {});
  const history = useAsk(client.history.list, { limit: 1 });
  const walk = useHistoryWalk();
  return useMemo(() => {
    const screen = (path: string, name: string, hint: string): Entry => ({
      id: `screen ${path}`,
      name,
      hint,
      run: () => go(path),
    });
    const steps = history.state === 'ready' ? history.value : { canUndo: undefined, canRedo: undefined };
    return {
      athletes: (list.state === 'ready' ? list.value.athletes : []).map(({ athleteId, name, groups, isArchived }) => ({
        id: `athlete ${athleteId}`,
        name,
        hint: isArchived ? 'archived' : groups.join(', '),
        run: () => go(`/athlete/${athleteId}`),
      })),
      exercises: (library.state === 'ready' ? library.value.exercises : []).map(({ key, name, isOwn }) => ({
        id: `exercise ${key}`,
        name,
        hint: isOwn ? 'your own exercise' : 'exercise',
        run: () => go(`/library/exercises/${encodeURIComponent(key)}`),
      })),
      templates: (shelf.state === 'ready' ? shelf.value.templates : []).map(({ key, name, isOwn }) => ({
        id: `template ${key}`,
        name,
        hint: isOwn ? 'your own template, in the grid' : 'program template',
        run: () => go(`/library/programs/${encodeURIComponent(key)}${isOwn ? '/edit' : ''}`),
      })),
      screens: [
        screen('/roster', 'Roster', 'everyone, and who needs you'),
        screen('/roster/grid', 'Roster grid', 'one lift across everybody'),
        screen('/calendar', 'Calendar', 'runs and lifts, week by week'),
        screen('/library/programs', 'Library: programs', 'templates'),
        screen('/library/exercises', 'Library: exercises', 'patterns and ladders'),
        screen('/import', 'Import', 'drop CSV exports'),
        screen('/sheets', 'Sheets', 'preview, print, PDF'),
        screen('/sheets/type-in', 'Type in', `results from paper · ${modKey} I`),
        screen('/insights', 'Insights', 'what came of the blocks, what worked, what is cut'),
        screen('/science/calculators', 'Science: calculators', 'try a rule with your numbers'),
        screen('/science/rules', 'Science: rules', 'formulas, units, sources'),
        screen('/history', 'History', 'what was changed, and when'),
        screen('/backups', 'Backups', 'restore, copies elsewhere'),
        screen('/leaving', 'Leaving and moving', 'export, hand over, open a file, erase'),
        screen('/settings', 'Settings', 'units, paper, look, data'),
      ],
      actions: [
        { id: 'action add', name: 'Add an athlete', hint: '', run: () => go('/roster?add=1') },
        { id: 'action import', name: 'Import CSV exports', hint: '', run: () => go('/import') },
        { id: 'action assign', name: 'Assign the start ramp', hint: '', run: () => go('/roster?assign=1') },
        { id: 'action typeIn', name: 'Type in sheets', hint: 'by their codes', run: () => go('/sheets/type-in') },
        { id: 'action print', name: 'Print this week’s sheets', hint: '', run: () => go('/sheets') },
        ...(steps.canUndo === undefined
          ? []
          : [{ id: 'action undo', name: `Undo: ${steps.canUndo}`, hint: '', run: () => void walk.undo() }]),
        ...(steps.canRedo === undefined
          ? []
          : [{ id: 'action redo', name: `Redo: ${steps.canRedo}`, hint: '', run: () => void walk.redo() }]),
      ],
    };
  }, [list, library, shelf, history, go, walk]);
};

/** Everything by name: athletes, screens, actions, exercises. */
export const Palette = ({ isOpen, onClose }: PaletteProps) => (
  <ModalOverlay
    isOpen={isOpen}
    onOpenChange={(open) => {
      if (!open) onClose();
    }}
    isDismissable
    className={styles['overlay'] ?? ''}
  >
    <Modal className={styles['modal'] ?? ''}>
      <Dialog aria-label="Find" className={styles['dialog'] ?? ''}>
        <PaletteList onClose={onClose} />
      </Dialog>
    </Modal>
  </ModalOverlay>
);

/** A sheet by its code, as it is read from paper. */
const useSheetEntries = (typed: string): readonly Entry[] => {
  const [, go] = useLocation();
  const sheetCode = readSheetCode(typed);
  if (sheetCode === undefined) return [];
  const run = (): void => go(`/sheets/type-in?code=${sheetCode}`);
  return [{ id: `sheet ${sheetCode}`, name: `Type in sheet ${sheetCode}`, hint: 'results from paper', run }];
};

const PaletteList = ({ onClose }: { readonly onClose: () => void }) => {
  const entries = useEntries();
  const [typed, setTyped] = useState('');
  const sheets = useSheetEntries(typed);
  const sections = [
    { title: 'Sheets', found: sheets },
    { title: 'Athletes', found: rankByName(typed, entries.athletes, SHOWN) },
    { title: 'Screens', found: rankByName(typed, entries.screens, SHOWN) },
    { title: 'Actions', found: rankByName(typed, entries.actions, SHOWN) },
    { title: 'Programs', found: typed.trim() === '' ? [] : rankByName(typed, entries.templates, SHOWN) },
    // Before a letter is typed they would only push the actions out of sight.
    { title: 'Exercises', found: typed.trim() === '' ? [] : rankByName(typed, entries.exercises, SHOWN) },
  ].filter(({ found }) => found.length > 0);
  const all = sections.flatMap(({ found }) => found);
  /** A scanner types a code and Enter, and chooses nothing. */
  const openSheet = (): void => {
    const [sheet] = sheets;
    if (sheet === undefined) return;
    onClose();
    sheet.run();
  };
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      {/* The palette is opened to type in: focus belongs in its field. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <SearchField autoFocus className={styles['search'] ?? ''} onSubmit={openSheet}>
        <Label className="visuallyHidden">Find an athlete, a screen or an action</Label>
        <Input placeholder="Athlete, screen, action or sheet code" className={styles['input'] ?? ''} />
      </SearchField>
      {all.length === 0 ? (
        <p className={styles['nothing']}>Nothing is called “{typed}”.</p>
      ) : (
        <Menu
          aria-label="Found"
          className={styles['menu'] ?? ''}
          onAction={(id) => {
            onClose();
            all.find((entry) => entry.id === id)?.run();
          }}
        >
          {sections.map(({ title, found }) => (
            <MenuSection key={title}>
              <Header className={styles['section'] ?? ''}>{title}</Header>
              {found.map((entry) => (
                <MenuItem key={entry.id} id={entry.id} textValue={entry.name} className={styles['item'] ?? ''}>
                  <span>{entry.name}</span>
                  <span className={styles['hint']}>{entry.hint}</span>
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      )}
    </Autocomplete>
  );
};
