import { useState } from 'react';
import { Trash2 } from 'lucide-react';
import { errorText } from '../../contract/errorText.ts';
import { parsePlainDate, type PlainDate } from '../../domain/kernel/plainDate.ts';
import type { HealthFacts } from '../../domain/wellness/specialGroups.ts';
import { useApp } from '../app/appContext.ts';
import { useCommand } from '../client/useCommand.ts';
import { Button } from '../kit/Button.tsx';
import { Checkbox, Select, TextField } from '../kit/Fields.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import type { AthleteView } from './AthleteScreen.tsx';
import styles from './ProfileTab.module.css';

const MATERNITY_CHOICES = [
  { value: 'neither', label: 'Neither' },
  { value: 'pregnant', label: 'Pregnant' },
  { value: 'postpartum', label: 'Gave birth lately' },
] as const;

interface DayProps {
  readonly label: string;
  readonly value: PlainDate | undefined;
  readonly onChange: (day: PlainDate | undefined) => void;
}

const Day = ({ label, value, onChange }: DayProps) => (
  <TextField label={label} type="date" value={value ?? ''} onChange={(text) => onChange(parsePlainDate(text))} />
);

/** What the guard rails need to know (R8.6), and nothing more. */
export const HealthForm = ({ view }: { readonly view: AthleteView }) => {
  const { today } = useApp();
  const { birthYear, sex } = view.details;
  const [draft, setDraft] = useState<HealthFacts>(view.health);
  const [condition, setCondition] = useState('');
  const [problem, setProblem] = useState<string>();
  const saving = useCommand(client.athletes.saveHealth);
  const set = (change: Partial<HealthFacts>): void => setDraft({ ...draft, ...change });
  const wanted = withCondition(draft, condition);
  const isChanged = JSON.stringify(wanted) !== JSON.stringify(view.health);
  const isYoung = birthYear !== undefined && Number(today.slice(0, 4)) - birthYear <= 18;

  const save = async (): Promise<void> => {
    const health = { ...wanted, conditions: wanted.conditions.map((one) => ({ ...one })) };
    const reply = await saving.run({ athleteId: view.athleteId, health }, { isQuiet: true });
    setProblem(reply.ok ? undefined : errorText(reply.error));
    if (!reply.ok) return;
    setDraft(wanted);
    setCondition('');
    tell({ tone: 'done', text: 'Health facts saved.' });
  };

  return (
    <section aria-label="Health">
      <h2>Health</h2>
      <p className="quiet">For the guard rails on the overview. Ironstride never diagnoses.</p>
      <form
        className={styles['small']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {sex !== 'male' && <Maternity draft={draft} set={set} />}
        {isYoung && <Youth draft={draft} set={set} />}
        <Conditions draft={draft} set={set} />
        <div className={styles['wide']}>
          <TextField
            label="Refer first"
            value={condition}
            onChange={setCondition}
            hint="For example high blood pressure, recent surgery, a healing fracture"
            error={problem}
          />
        </div>
        <Button type="submit" isDisabled={!isChanged || saving.isRunning}>
          Save health
        </Button>
      </form>
    </section>
  );
};

const withCondition = (draft: HealthFacts, typed: string): HealthFacts => {
  const name = typed.trim();
  const isThere = draft.conditions.some((one) => one.name.toLowerCase() === name.toLowerCase());
  return name === '' || isThere ? draft : { ...draft, conditions: [...draft.conditions, { name }] };
};

interface PartProps {
  readonly draft: HealthFacts;
  readonly set: (change: Partial<HealthFacts>) => void;
}

const Maternity = ({ draft, set }: PartProps) => (
  <>
    <div className={styles['wide']}>
      <Select
        label="Pregnancy"
        value={draft.maternity ?? 'neither'}
        onChange={(value) => set({ maternity: value === 'neither' ? undefined : value })}
        choices={MATERNITY_CHOICES}
      />
    </div>
    {draft.maternity !== undefined && (
      <Day
        label="Clinician cleared on"
        value={draft.maternityClearedOn}
        onChange={(maternityClearedOn) => set({ maternityClearedOn })}
      />
    )}
    {draft.maternity === 'postpartum' && (
      <Day label="Gave birth on" value={draft.gaveBirthOn} onChange={(gaveBirthOn) => set({ gaveBirthOn })} />
    )}
  </>
);

const Youth = ({ draft, set }: PartProps) => (
  <>
    <Day
      label="Guardian agreed on"
      value={draft.guardianConsentOn}
      onChange={(guardianConsentOn) => set({ guardianConsentOn })}
    />
    <div className={styles['wide']}>
      <Checkbox isSelected={draft.isGrowingFast} onChange={(isGrowingFast) => set({ isGrowingFast })}>
        Growing 0.6 cm a month or more
      </Checkbox>
    </div>
  </>
);

const Conditions = ({ draft, set }: PartProps) => {
  const { conditions } = draft;
  return conditions.map(({ name, clearedOn }) => (
    <div key={name} className={styles['condition']}>
      <Day
        label={`${name}: cleared on`}
        value={clearedOn}
        onChange={(day) =>
          set({ conditions: conditions.map((one) => (one.name === name ? { name, clearedOn: day } : one)) })
        }
      />
      <Button
        look="quiet"
        aria-label={`Remove ${name}`}
        onPress={() => set({ conditions: conditions.filter((one) => one.name !== name) })}
      >
        <Trash2 aria-hidden />
      </Button>
    </div>
  ));
};
