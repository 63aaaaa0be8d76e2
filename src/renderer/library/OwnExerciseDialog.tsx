import { useState } from 'react';
import type { Exercise } from '../../domain/exercises/exercise.ts';
import { errorText } from '../../contract/errorText.ts';
import { useCommand } from '../client/useCommand.ts';
import { Button } from '../kit/Button.tsx';
import { ComboBox } from '../kit/ComboBox.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Checkbox, NumberField, Select, TextField } from '../kit/Fields.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import { LOAD_MODE_CHOICES, PATTERN_CHOICES, STRESS_WORDS } from './exerciseWords.ts';
import { asOwnExercise, blankForm, formOf, objectionTo, type OwnForm } from './ownForm.ts';
import styles from './OwnExerciseDialog.module.css';

interface OwnExerciseDialogProps {
  /** The one to change; without one, a new exercise. */
  readonly exercise?: Exercise;
  readonly exercises: readonly Exercise[];
  readonly onClose: () => void;
  readonly onSaved?: (key: string) => void;
}

const LEVELS = [
  { value: '1', label: '1: anyone' },
  { value: '2', label: '2: after a few weeks' },
  { value: '3', label: '3: used to training' },
  { value: '4', label: '4: strong and skilled' },
  { value: '5', label: '5: few' },
] as const;

/** Value of a step of the ladder that is not there. */
const NO_STEP = '-';

interface StressFieldsProps {
  readonly form: OwnForm;
  readonly set: (change: Partial<OwnForm>) => void;
}

const StressFields = ({ form: { stress }, set }: StressFieldsProps) => (
  <fieldset className={styles['stress']}>
    <legend>What it asks of the body: 0 nothing, 3 much; empty when you cannot say</legend>
    {STRESS_WORDS.map(({ letter, word }) => (
      <NumberField
        key={letter}
        label={word}
        value={stress[letter]}
        onChange={(value) => set({ stress: { ...stress, [letter]: value } })}
        minValue={0}
        maxValue={3}
        step={1}
      />
    ))}
  </fieldset>
);

/** An exercise of the coach's own: new, or changed. */
export const OwnExerciseDialog = ({ exercise, exercises, onClose, onSaved }: OwnExerciseDialogProps) => {
  const add = useCommand(client.exercises.addOwn);
  const edit = useCommand(client.exercises.editOwn);
  const [form, setForm] = useState<OwnForm>(exercise === undefined ? blankForm : formOf(exercise));
  const [isNameless, setNameless] = useState(false);
  const [problem, setProblem] = useState<string>();
  const set = (change: Partial<OwnForm>): void => setForm({ ...form, ...change });

  const save = async (): Promise<void> => {
    const lacksName = form.name.trim() === '';
    const objection = lacksName ? undefined : objectionTo(form);
    setNameless(lacksName);
    setProblem(objection);
    if (lacksName || objection !== undefined) return;
    const said = asOwnExercise(form);
    if (exercise === undefined) {
      const reply = await add.run({ exercise: said }, { isQuiet: true });
      if (!reply.ok) return setProblem(errorText(reply.error));
      onSaved?.(reply.value.exerciseKey);
    } else {
      const reply = await edit.run({ exerciseKey: exercise.key, exercise: said }, { isQuiet: true });
      if (!reply.ok) return setProblem(errorText(reply.error));
    }
    tell({ tone: 'done', text: `${said.name} is saved.` });
    onClose();
  };

  const steps = [
    { value: NO_STEP, label: 'None' },
    ...exercises.filter((one) => one.key !== exercise?.key).map((one) => ({ value: one.key, label: one.name })),
  ];
  const chosenStep = (value: string): string | undefined => (value === NO_STEP ? undefined : value);
  return (
    <Dialog
      title={exercise === undefined ? 'Add my own exercise' : `Edit ${exercise.name}`}
      isOpen
      onClose={onClose}
      size="large"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="main" type="submit" form="own-exercise" isDisabled={add.isRunning || edit.isRunning}>
            {exercise === undefined ? 'Add exercise' : 'Save'}
          </Button>
        </>
      }
    >
      <form
        id="own-exercise"
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className={styles['two']}>
          <TextField
            label="Name"
            value={form.name}
            onChange={(name) => set({ name })}
            error={isNameless && form.name.trim() === '' ? 'Write a name first.' : undefined}
            shouldFocus
          />
        </div>
        <Select
          label="Pattern"
          value={form.pattern}
          onChange={(pattern) => set({ pattern })}
          choices={PATTERN_CHOICES}
        />
        <div className={styles['two']}>
          <TextField
            label="Needs"
            value={form.needs}
            onChange={(needs) => set({ needs })}
            hint="A comma means and, a slash means or: dumbbells / kettlebells, box. Empty when nothing is needed."
          />
        </div>
        <Select label="Level" value={form.level} onChange={(level) => set({ level })} choices={LEVELS} />
        <Select
          label="Dosed"
          value={form.loadMode}
          onChange={(loadMode) => set({ loadMode })}
          choices={LOAD_MODE_CHOICES}
        />
        <TextField
          label="Usual dose"
          value={form.usualDose}
          onChange={(usualDose) => set({ usualDose })}
          hint="For example 6-10"
        />
        <NumberField
          label="Rest"
          unit="s"
          value={form.restS}
          onChange={(restS) => set({ restS })}
          minValue={0}
          maxValue={900}
        />
        <div className={styles['wide']}>
          <TextField
            label="Cues"
            value={form.cues}
            onChange={(cues) => set({ cues })}
            isLong
            hint="Up to three lines of 60 letters. The first is printed on the sheet."
          />
        </div>
        <div className={styles['wide']}>
          <TextField
            label="Muscles"
            value={form.muscles}
            onChange={(muscles) => set({ muscles })}
            hint="Separated by commas, for example quads, glutes"
          />
        </div>
        <StressFields form={form} set={set} />
        <ComboBox
          label="Easier step"
          value={form.regressKey ?? NO_STEP}
          onChange={(value) => set({ regressKey: chosenStep(value) })}
          choices={steps}
        />
        <ComboBox
          label="Harder step"
          value={form.progressKey ?? NO_STEP}
          onChange={(value) => set({ progressKey: chosenStep(value) })}
          choices={steps}
        />
        <div className={styles['check']}>
          <Checkbox isSelected={form.isUnilateral} onChange={(isUnilateral) => set({ isUnilateral })}>
            One side at a time
          </Checkbox>
        </div>
        {problem !== undefined && (
          <p className={styles['problem']} role="alert">
            {problem}
          </p>
        )}
      </form>
    </Dialog>
  );
};
