import { useEffect, useRef, useState } from 'react';
import { Dumbbell, Plus } from 'lucide-react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useLocation } from 'wouter';
import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import { plainText } from '../../domain/kernel/plainText.ts';
import { useAsk } from '../client/useAsk.ts';
import { AssignDialog } from '../dialogs/AssignDialog.tsx';
import { counted } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { TextField } from '../kit/Fields.tsx';
import { Failed, Waiting } from '../kit/States.tsx';
import { client } from '../wire.ts';
import { NewTemplateDialog } from '../dialogs/NewTemplateDialog.tsx';
import { TemplateActions } from './TemplateActions.tsx';
import { RampTable } from './RampTable.tsx';
import { TemplateGrid } from './TemplateGrid.tsx';
import finderStyles from './finder.module.css';
import styles from './ProgramsTab.module.css';

export type Template = OutputOf<Contract['programs']['templates']>['templates'][number];

interface ProgramsTabProps {
  /** The program that the address names. */
  readonly templateKey: string | undefined;
}

/** Every program that can be assigned: found on the left, read on the right. */
export const ProgramsTab = ({ templateKey }: ProgramsTabProps) => {
  const [, go] = useLocation();
  const answer = useAsk(client.programs.templates, {});
  if (answer.state === 'waiting') return <Waiting what="programs" rows={10} />;
  if (answer.state === 'failed') return <Failed message={answer.message} />;
  const { templates } = answer.value;
  const chosen = templates.find((one) => one.key === templateKey) ?? templates[0];
  return <Programs templates={templates} chosen={chosen} onChoose={(key) => go(addressOf(key), { replace: true })} />;
};

const addressOf = (key: string): string => `/library/programs/${encodeURIComponent(key)}`;

interface ProgramsProps {
  readonly templates: readonly Template[];
  readonly chosen: Template | undefined;
  readonly onChoose: (key: string) => void;
}

const Programs = ({ templates, chosen, onChoose }: ProgramsProps) => {
  const finder = useRef<HTMLElement>(null);
  const [typed, setTyped] = useState('');
  const [isCreating, setCreating] = useState(false);
  const found = templates.filter((template) => isLike(template, typed));
  // One that an address names may stand below the edge of the list.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      finder.current?.querySelector('[role="option"][aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    });
    return () => cancelAnimationFrame(frame);
  }, [chosen?.key]);
  return (
    <div className={finderStyles['desk']}>
      <section ref={finder} className={finderStyles['finder']} aria-label="Programs">
        <div className={styles['find']}>
          <TextField label="Find by name, exercise or weeks" value={typed} onChange={setTyped} />
          <Button onPress={() => setCreating(true)}>
            <Plus aria-hidden /> New template…
          </Button>
        </div>
        {isCreating && <NewTemplateDialog onClose={() => setCreating(false)} onMade={onChoose} />}
        {found.length === 0 && <p className={`quiet ${styles['nothing']}`}>No program is like “{typed}”.</p>}
        <ListBox
          aria-label="Programs"
          className={`${finderStyles['list']} ${styles['programs']}`}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={chosen === undefined ? [] : [chosen.key]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys];
            if (typeof key === 'string') onChoose(key);
          }}
        >
          {found.map((template) => (
            <ListBoxItem
              key={template.key}
              id={template.key}
              textValue={template.name}
              className={`${finderStyles['item']} ${styles['program']}`}
            >
              <span className={finderStyles['name']}>{template.name}</span>
              <span className={finderStyles['fact']}>{factsText(template)}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      </section>
      {chosen !== undefined && <TemplateDetail key={chosen.key} template={chosen} />}
    </div>
  );
};

/** Found by every word typed: in the name, what it is, its exercises, `12 weeks`, `twice`. */
const isLike = (template: Template, typed: string): boolean => {
  const exercises = template.blocks.flatMap(({ sessions }) =>
    sessions.flatMap(({ rows }) => rows.map(({ exercise }) => exercise)),
  );
  const text = plainText(
    [template.name, template.summary, factsText(template), template.isOwn ? 'own' : '', ...exercises].join(' '),
  );
  return plainText(typed)
    .split(/\s+/u)
    .every((word) => text.includes(word));
};

/** Sessions of the fullest week. */
const sessionsAWeek = ({ blocks }: Template): number => Math.max(0, ...blocks.map(({ sessions }) => sessions.length));

const weeksOf = ({ blocks }: Template): number => blocks.reduce((sum, block) => sum + block.weekKinds.length, 0);

const factsText = (template: Template): string => {
  if (template.blocks.length === 0) return '12 to 16 weeks, once, then twice a week';
  const often = ['', 'once a week', 'twice a week', 'three times a week'][sessionsAWeek(template)] ?? '';
  const own = template.isOwn ? 'own · ' : '';
  return `${own}${counted(weeksOf(template), 'week')}${often === '' ? '' : `, ${often}`}${template.kind === 'addition' ? ', beside a plan' : ''}`;
};

const JUMPS: Readonly<Record<NonNullable<Template['jumpLevel']>, string>> = {
  L1: 'Its jumps are for athletes new to jumping.',
  L2: 'Its jumps ask for eight weeks of jumping without pain.',
  L3: 'Its jumps ask for half a year of jumping, and strength.',
};

const TemplateDetail = ({ template }: { readonly template: Template }) => {
  const [isAssigning, setAssigning] = useState(false);
  const list = useAsk(client.athletes.list, {});
  const everyone = list.state === 'ready' ? list.value.athletes.filter((one) => !one.isArchived) : [];
  const notes = [
    ...(template.leadsWithRamp ? ['Athletes of class A and B are offered the start ramp first.'] : []),
    ...(template.jumpLevel === undefined ? [] : [JUMPS[template.jumpLevel]]),
  ];
  return (
    <section className={styles['detail']} aria-label={template.name}>
      <div className={styles['intro']}>
        <div>
          <h2>{template.name}</h2>
          <p className="quiet">{factsText(template)}</p>
        </div>
        <span className={styles['actions']}>
          <TemplateActions template={template} />
          <Button look="main" onPress={() => setAssigning(true)} isDisabled={everyone.length === 0}>
            <Dumbbell aria-hidden /> Assign…
          </Button>
        </span>
      </div>
      <p className={styles['summary']}>{template.summary}</p>
      <p className={styles['evidence']}>{template.evidence}</p>
      {notes.length > 0 && <p className={styles['summary']}>{notes.join(' ')}</p>}
      {everyone.length === 0 && <p className="quiet">Add an athlete to assign it to.</p>}
      {template.classes.length > 0 && <RampTable classes={template.classes} />}
      {template.blocks.map((block, place) => (
        <TemplateGrid
          key={block.name}
          block={block}
          firstWeek={1 + template.blocks.slice(0, place).reduce((sum, one) => sum + one.weekKinds.length, 0)}
          isOnly={template.blocks.length === 1}
        />
      ))}
      {isAssigning && (
        <AssignDialog
          athleteIds={everyone.map((one) => one.athleteId)}
          templateKey={template.key}
          onClose={() => setAssigning(false)}
        />
      )}
    </section>
  );
};
