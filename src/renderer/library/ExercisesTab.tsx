import { useEffect, useRef, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { Plus } from 'lucide-react';
import { useLocation } from 'wouter';
import type { Exercise } from '../../domain/exercises/exercise.ts';
import { useAsk } from '../client/useAsk.ts';
import { counted } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Select } from '../kit/Fields.tsx';
import { Empty, Failed, Waiting } from '../kit/States.tsx';
import { client } from '../wire.ts';
import { ExerciseDetail } from './ExerciseDetail.tsx';
import { itemWord } from '../../domain/exercises/equipment.ts';
import { PATTERN_CHOICES, patternWord } from './exerciseWords.ts';
import { ANY_EQUIPMENT, findExercises, itemsOf, NO_GYM, type ExerciseFilter } from '../app/findExercises.ts';
import { OwnExerciseDialog } from './OwnExerciseDialog.tsx';
import finderStyles from './finder.module.css';
import styles from './ExercisesTab.module.css';

const EVERYTHING: ExerciseFilter = { typed: '', pattern: 'all', needs: ANY_EQUIPMENT };

interface ExercisesTabProps {
  /** The exercise that the address names. */
  readonly exerciseKey: string | undefined;
}

/** Every exercise there is: found on the left, read on the right. */
export const ExercisesTab = ({ exerciseKey }: ExercisesTabProps) => {
  const answer = useAsk(client.exercises.list, {});
  if (answer.state === 'waiting') return <Waiting what="exercises" rows={12} />;
  if (answer.state === 'failed') return <Failed message={answer.message} />;
  return <Exercises exercises={answer.value.exercises} chosenKey={exerciseKey} />;
};

interface ExercisesProps {
  readonly exercises: readonly Exercise[];
  readonly chosenKey: string | undefined;
}

const Exercises = ({ exercises, chosenKey }: ExercisesProps) => {
  const [, go] = useLocation();
  const [filter, setFilter] = useState(EVERYTHING);
  const [isAdding, setAdding] = useState(false);
  // What was put aside is found, after everything that is still offered.
  const found = findExercises(exercises, filter);
  const shown = [...found.filter((one) => one.isArchived !== true), ...found.filter((one) => one.isArchived === true)];
  const chosen = shown.find((exercise) => exercise.key === chosenKey) ?? shown[0];
  const finder = useRef<HTMLElement>(null);
  // The list is drawn a moment after what it is made of has changed.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      finder.current?.querySelector('[role="option"][aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    });
    return () => cancelAnimationFrame(frame);
  }, [chosen?.key, filter]);
  /** The exercise has an address of its own; reading through the list leaves no trail of them. */
  const choose = (key: string): void => go(`/library/exercises/${encodeURIComponent(key)}`, { replace: true });
  /** Opens one that a ladder or a button names: the list makes room for it when it is narrowed to others. */
  const goTo = (key: string): void => {
    choose(key);
    if (!shown.some((exercise) => exercise.key === key)) setFilter(EVERYTHING);
  };
  return (
    <div className={finderStyles['desk']}>
      <section className={finderStyles['finder']} ref={finder} aria-label="Find an exercise">
        <div className={styles['filters']}>
          <Filters filter={filter} onChange={setFilter} exercises={exercises} />
        </div>
        <div className={styles['count']}>
          <span className="quiet">{counted(shown.length, 'exercise')}</span>
          <Button look="quiet" onPress={() => setAdding(true)}>
            <Plus aria-hidden /> Add my own exercise…
          </Button>
        </div>
        {shown.length === 0 ? (
          <Empty
            title="Nothing found"
            actions={<Button onPress={() => setFilter(EVERYTHING)}>Show all exercises</Button>}
          >
            No exercise of this pattern and equipment goes by that name. You can add it as your own.
          </Empty>
        ) : (
          <ListBox
            aria-label="Exercises"
            items={shown}
            selectionMode="single"
            selectionBehavior="replace"
            disallowEmptySelection
            selectedKeys={chosen === undefined ? [] : [chosen.key]}
            onSelectionChange={(keys) => {
              const [key] = keys === 'all' ? [] : [...keys];
              if (typeof key === 'string') choose(key);
            }}
            className={finderStyles['list'] ?? ''}
          >
            {(exercise) => (
              <ListBoxItem
                id={exercise.key}
                textValue={exercise.name}
                className={`${finderStyles['item']} ${styles['exercise']}`}
              >
                <span className={finderStyles['name']}>{exercise.name}</span>
                <span className={finderStyles['fact']}>
                  {exercise.isOwn ? 'Your own · ' : ''}
                  {exercise.isArchived === true ? 'archived · ' : ''}
                  {patternWord(exercise.pattern)}
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        )}
      </section>
      {chosen !== undefined && <ExerciseDetail exercise={chosen} exercises={exercises} onGo={goTo} />}
      {isAdding && <OwnExerciseDialog exercises={exercises} onClose={() => setAdding(false)} onSaved={goTo} />}
    </div>
  );
};

interface FiltersProps {
  readonly filter: ExerciseFilter;
  readonly onChange: (filter: ExerciseFilter) => void;
  readonly exercises: readonly Exercise[];
}

const Filters = ({ filter, onChange, exercises }: FiltersProps) => {
  const present = new Set(exercises.map((exercise) => exercise.pattern));
  return (
    <>
      <input
        type="search"
        className={styles['search']}
        aria-label="Search exercises"
        placeholder="Name, or what an app calls it"
        value={filter.typed}
        onChange={(event) => onChange({ ...filter, typed: event.target.value })}
      />
      <Select
        label="Pattern"
        isLabelHidden
        value={filter.pattern}
        onChange={(pattern) => onChange({ ...filter, pattern })}
        choices={[
          { value: 'all' as const, label: 'All patterns' },
          ...PATTERN_CHOICES.filter(({ value }) => present.has(value)),
        ]}
      />
      <Select
        label="Equipment"
        isLabelHidden
        value={filter.needs}
        onChange={(needs) => onChange({ ...filter, needs })}
        choices={[
          { value: ANY_EQUIPMENT, label: 'Any equipment' },
          { value: NO_GYM, label: 'Only what needs no gym' },
          ...itemsOf(exercises).map((item) => ({ value: item, label: `With ${itemWord(item)}` })),
        ]}
      />
    </>
  );
};
