import { useMemo, useState } from 'react';
import {
  doubledRoles,
  missingRoles,
  type ColumnMapping,
  type MappingKind,
  type MappingRole,
  type Separator,
} from '../../domain/imports/columnMapping.ts';
import { guessMapping } from '../../domain/imports/mappingGuess.ts';
import type { TableSample } from '../../domain/imports/tableSample.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Checkbox, Select } from '../kit/Fields.tsx';
import { RadioRow } from '../kit/RadioRow.tsx';
import { MappingColumns } from './MappingColumns.tsx';
import { MappingPreview } from './MappingPreview.tsx';
import { openDates } from './mappedRows.ts';
import { KINDS, missingWords, SEPARATOR_CHOICES } from './mappingWords.ts';
import { DISTANCE, MASS, ORDER } from './fileQuestions.ts';
import styles from './MappingDialog.module.css';

interface MappingDialogProps {
  readonly fileName: string;
  readonly sample: TableSample;
  /** What was said before, here or of an earlier file with the same headings; else the guess is where one starts. */
  readonly said?: ColumnMapping | undefined;
  readonly onSeparator: (separator: Separator) => void;
  readonly onUse: (mapping: ColumnMapping) => void;
  readonly onClose: () => void;
}

const TOLD = { value: 'told', label: 'As the file tells' } as const;

const SURE: Readonly<Record<TableSample['guess']['sureness'], string>> = {
  said: 'Taken from the headings. Check it, then use it.',
  seen: 'Guessed from the values. Check each column.',
  unsure: 'The headings do not tell. Say what each column holds.',
};

/** A role belongs to one column; giving it to another takes it from the first. Only groups may be several. */
const withRole = (mapping: ColumnMapping, column: number, role: MappingRole | null): ColumnMapping => ({
  ...mapping,
  roles: mapping.roles.map((other, index) => {
    if (index === column) return role;
    return other === role && role !== 'group' ? null : other;
  }),
});

/** What the columns of a file hold that no app is known to write: said once, and remembered for the next such file. */
export const MappingDialog = ({ fileName, sample, said, onSeparator, onUse, onClose }: MappingDialogProps) => {
  const [mapping, setMapping] = useState<ColumnMapping>(said ?? sample.guess.mapping);
  const dates = useMemo(() => openDates(sample, mapping), [sample, mapping]);
  const missing = missingWords(missingRoles(mapping));
  const asksOrder = dates.length > 0 && mapping.dateOrder === undefined;
  const isReady = missing === '' && doubledRoles(mapping).length === 0 && !asksOrder;
  const use = (): void => {
    if (isReady) onUse(mapping);
  };
  const asKind = (kind: MappingKind): void => {
    const { mapping: guess } = guessMapping(sample, [kind]);
    const { massUnit, distanceUnit, dateOrder, separator, hasHeading } = mapping;
    setMapping({ ...guess, hasHeading, massUnit, distanceUnit, dateOrder, separator });
  };
  return (
    <Dialog
      title={`What do the columns of ${fileName} hold?`}
      isOpen
      onClose={onClose}
      size="wide"
      footer={
        <>
          <p className={styles['state']} aria-live="polite">
            {missing}
            {missing === '' && asksOrder && 'Say which comes first in the dates, day or month.'}
          </p>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="main" isDisabled={!isReady} onPress={use}>
            Use these columns
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        <p className="quiet">
          {said === undefined ? SURE[sample.guess.sureness] : 'As you said before.'} It is remembered for files with the
          same headings.
        </p>
        <RadioRow label="Each line is" value={mapping.kind} choices={KINDS} onChange={asKind} shouldFocus />
        <div className={styles['settings']}>
          <Select
            label="Cells are parted by"
            value={sample.delimiter}
            choices={SEPARATOR_CHOICES}
            onChange={onSeparator}
          />
          {(mapping.kind === 'sets' || mapping.kind === 'body') && (
            <Select
              label={mapping.kind === 'sets' ? 'Loads are in' : 'Body mass is in'}
              value={mapping.massUnit ?? 'told'}
              choices={[TOLD, ...MASS]}
              onChange={(unit) => setMapping({ ...mapping, massUnit: unit === 'told' ? undefined : unit })}
            />
          )}
          {(mapping.kind === 'sets' || mapping.kind === 'runs') && mapping.roles.includes('distance') && (
            <Select
              label="Distances are in"
              value={mapping.distanceUnit ?? 'told'}
              choices={[TOLD, ...DISTANCE]}
              onChange={(unit) => setMapping({ ...mapping, distanceUnit: unit === 'told' ? undefined : unit })}
            />
          )}
          {dates.length > 0 && (
            <Select
              label="Dates are written"
              value={mapping.dateOrder === 'mdy' ? 'mdy' : mapping.dateOrder === 'dmy' ? 'dmy' : undefined}
              choices={ORDER}
              placeholder="Day or month first?"
              hint={`In the file: ${dates.join(', ')}`}
              onChange={(dateOrder) => setMapping({ ...mapping, dateOrder })}
            />
          )}
          <div className={styles['heads']}>
            <Checkbox isSelected={mapping.hasHeading} onChange={(hasHeading) => setMapping({ ...mapping, hasHeading })}>
              The first line is a heading
            </Checkbox>
          </div>
        </div>
        <MappingColumns
          sample={sample}
          mapping={mapping}
          onRole={(column, role) => setMapping(withRole(mapping, column, role))}
        />
        <MappingPreview sample={sample} mapping={mapping} isReady={isReady} />
      </div>
    </Dialog>
  );
};
