import { BLOCK_KINDS, type BlockKind } from '../../domain/programs/progressPattern.ts';
import { day } from '../format.ts';
import { Checkbox, Select, TextField } from '../kit/Fields.tsx';
import { OTHER_RACE, usualLengths, type ProgressForm, type Race } from './progressForm.ts';
import styles from './ProgressPanel.module.css';

interface PatternFieldsProps {
  readonly form: ProgressForm;
  readonly onChange: (change: Partial<ProgressForm>) => void;
  readonly races: readonly Race[];
  /** How many weeks the pattern goes over. */
  readonly weeks: number;
}

type NumberKey =
  | 'by'
  | 'percent'
  | 'fromReps'
  | 'toReps'
  | 'points'
  | 'weeksUp'
  | 'rise'
  | 'fewerReps'
  | 'nextRise'
  | 'rampWeek'
  | 'raceWeek';

interface NumberTextProps extends Pick<PatternFieldsProps, 'form' | 'onChange'> {
  readonly label: string;
  readonly of: NumberKey;
}

const NumberText = ({ label, of, form, onChange }: NumberTextProps) => (
  <div className={styles[of === 'raceWeek' || of === 'rampWeek' ? 'wide' : 'number']}>
    <TextField label={label} value={form[of]} onChange={(text) => onChange({ [of]: text })} />
  </div>
);

const UnitSelect = ({ form, onChange }: Pick<PatternFieldsProps, 'form' | 'onChange'>) => (
  <div className={styles['unit']}>
    <Select
      label="Unit"
      value={form.unit}
      onChange={(unit) => onChange({ unit })}
      choices={[
        { value: 'kg', label: 'kg' },
        { value: 'lb', label: 'lb' },
      ]}
    />
  </div>
);

const BLOCK_NAME: Readonly<Record<BlockKind, string>> = {
  general: 'General',
  maximal: 'Maximal',
  reactive: 'Reactive',
  maintenance: 'Maintenance',
};

const BlockFields = ({ form, onChange, weeks }: PatternFieldsProps) => {
  const usual = usualLengths(weeks);
  return (
    <>
      {BLOCK_KINDS.map((kind) => (
        <div key={kind} className={styles['number']}>
          <TextField
            label={`${BLOCK_NAME[kind]}, weeks`}
            value={form.blocks[kind] ?? String(usual[kind])}
            onChange={(text) => onChange({ blocks: { ...form.blocks, [kind]: text } })}
          />
        </div>
      ))}
      <div className={styles['check']}>
        <Checkbox isSelected={form.isNaming} onChange={(isNaming) => onChange({ isNaming })}>
          Name the blocks
        </Checkbox>
      </div>
    </>
  );
};

const PRIORITIES = ['A', 'B', 'C'] as const;

const TaperFields = ({ form, onChange, races }: PatternFieldsProps) => (
  <>
    {races.length > 0 && (
      <div className={styles['race']}>
        <Select
          label="Race"
          value={form.race}
          onChange={(race) => onChange({ race })}
          choices={[
            ...races.map(({ name, priority, racedOn }, place) => ({
              value: String(place),
              label: `${name}, ${day(racedOn)} (${priority})`,
            })),
            { value: OTHER_RACE, label: 'A Sunday of the program' },
          ]}
        />
      </div>
    )}
    {form.race === OTHER_RACE && (
      <>
        <NumberText label="Race on the Sunday of week" of="raceWeek" form={form} onChange={onChange} />
        <div className={styles['unit']}>
          <Select
            label="Priority"
            value={form.priority}
            onChange={(priority) => onChange({ priority })}
            choices={PRIORITIES.map((value) => ({ value, label: value }))}
          />
        </div>
      </>
    )}
    <div className={styles['check']}>
      <Checkbox isSelected={form.hasPrimer} onChange={(hasPrimer) => onChange({ hasPrimer })}>
        A light primer instead of leaving heavy lifts out
      </Checkbox>
    </div>
  </>
);

/** The numbers of a pattern. */
export const PatternFields = (props: PatternFieldsProps) => {
  const { form, onChange } = props;
  const same = { form, onChange };
  switch (form.kind) {
    case 'load':
      return (
        <>
          <NumberText label="More each week" of="by" {...same} />
          <UnitSelect {...same} />
        </>
      );
    case 'percent':
      return <NumberText label="More each week, %" of="percent" {...same} />;
    case 'double':
      return (
        <>
          <NumberText label="Reps from" of="fromReps" {...same} />
          <NumberText label="Reps to" of="toReps" {...same} />
          <NumberText label="Then load more by" of="by" {...same} />
          <UnitSelect {...same} />
          <NumberText label="or % points" of="points" {...same} />
        </>
      );
    case 'wave':
      return (
        <>
          <NumberText label="Weeks up" of="weeksUp" {...same} />
          <NumberText label="% more a week" of="rise" {...same} />
          <NumberText label="Reps less a week" of="fewerReps" {...same} />
          <NumberText label="Next wave, % more" of="nextRise" {...same} />
        </>
      );
    case 'ramp':
      return <NumberText label="From ramp week, 1 to 16" of="rampWeek" {...same} />;
    case 'block':
      return <BlockFields {...props} />;
    case 'taper':
      return <TaperFields {...props} />;
  }
};
