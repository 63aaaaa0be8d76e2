import { useRef, useState } from 'react';
import type { Exercise } from '../../domain/exercises/exercise.ts';
import { ladderOf } from '../../domain/exercises/library.ts';
import { needsNoGym, noGymRung } from '../../domain/exercises/noGym.ts';
import { useCommand } from '../client/useCommand.ts';
import { Button } from '../kit/Button.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import { needsText } from '../../domain/exercises/equipment.ts';
import { doseText, loadModeWord, patternWord, STRESS_WORDS } from './exerciseWords.ts';
import { synonymsOf } from '../app/findExercises.ts';
import { InsteadWith } from './InsteadWith.tsx';
import { OwnExerciseDialog } from './OwnExerciseDialog.tsx';
import styles from './ExerciseDetail.module.css';

interface ExerciseDetailProps {
  readonly exercise: Exercise;
  readonly exercises: readonly Exercise[];
  readonly onGo: (key: string) => void;
}

/** All there is to say about one exercise. */
export const ExerciseDetail = ({ exercise, exercises, onGo }: ExerciseDetailProps) => {
  const instead = noGymRung(exercise, exercises);
  const title = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is gone with its exercise: reading goes on at the top of the next.
  const go = (key: string): void => {
    onGo(key);
    title.current?.focus();
  };
  return (
    <article className={styles['detail']} aria-label={exercise.name}>
      <header className={styles['head']}>
        <h2 className={styles['title']} ref={title} tabIndex={-1}>
          {exercise.name}
        </h2>
        <span className={styles['actions']}>
          {exercise.isOwn && <OwnActions exercise={exercise} exercises={exercises} />}
          <ArchiveAction exercise={exercise} />
        </span>
      </header>
      {exercise.isArchived === true && (
        <p className="quiet">Archived: no longer offered. Programs and logs that name it keep it.</p>
      )}
      <Facts exercise={exercise} />
      <section aria-label="Cues">
        <h3>Cues</h3>
        {exercise.cues.length === 0 ? (
          <p className="quiet">None yet. Edit the exercise to write up to three; the first is printed on the sheet.</p>
        ) : (
          <ol className={styles['cues']}>
            {exercise.cues.map((cue) => (
              <li key={cue}>{cue}</li>
            ))}
          </ol>
        )}
      </section>
      <Ladder exercise={exercise} exercises={exercises} onGo={go} />
      <StressBars exercise={exercise} />
      <section aria-label="Instead">
        <h3>Instead, without a gym</h3>
        {needsNoGym(exercise) ? (
          <p className="quiet">It needs no gym as it is.</p>
        ) : instead === undefined ? (
          <p className="quiet">Nothing of this pattern can be done without equipment.</p>
        ) : (
          <Button onPress={() => go(instead.key)}>{instead.name}</Button>
        )}
        <InsteadWith exercise={exercise} exercises={exercises} onGo={go} />
      </section>
    </article>
  );
};

const Facts = ({ exercise }: { readonly exercise: Exercise }) => {
  const calledAlso = synonymsOf(exercise.key).filter((name) => name !== exercise.name);
  const rest = exercise.restS === undefined ? '' : `${exercise.restS} s`;
  const facts: readonly (readonly [string, string])[] = [
    ['Pattern', `${patternWord(exercise.pattern)}${exercise.isUnilateral ? ', one side at a time' : ''}`],
    ['Needs', needsText(exercise)],
    ['Usual dose', doseText(exercise)],
    ['Rest', rest],
    ['Dosed', loadModeWord(exercise.loadMode).toLowerCase()],
    ['Level', `${exercise.level} of 5`],
    ['Muscles', exercise.muscles.join(', ')],
    ['Also called', calledAlso.slice(0, 6).join(', ')],
  ];
  return (
    <dl className={styles['facts']}>
      {facts
        .filter(([, text]) => text !== '')
        .map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
};

const Ladder = ({ exercise, exercises, onGo }: ExerciseDetailProps) => {
  const { easier, harder } = ladderOf(exercise, exercises);
  if (easier.length + harder.length === 0) return null;
  return (
    <section aria-label="Ladder">
      <h3>Ladder, from easier to harder</h3>
      <ol className={styles['ladder']}>
        {[...easier, exercise, ...harder].map((step) => (
          <li key={step.key} className={styles['step']}>
            {step.key === exercise.key ? (
              <span className={styles['here']} aria-current="step">
                {step.name}
              </span>
            ) : (
              <Button onPress={() => onGo(step.key)}>{step.name}</Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
};

const AMOUNT = ['none', 'little', 'some', 'much'] as const;

const StressBars = ({ exercise: { stress } }: { readonly exercise: Exercise }) => (
  <section aria-label="Stress">
    <h3>What it asks of the body</h3>
    {stress === undefined ? (
      <p className="quiet">Not rated: unknown, so it is never offered to spare a region. Edit it to say.</p>
    ) : (
      <dl className={styles['stress']}>
        {STRESS_WORDS.map(({ letter, word }) => (
          <div key={letter}>
            <dt>{word}</dt>
            <dd>
              <span className={styles['bar']} aria-hidden>
                {[1, 2, 3].map((part) => (
                  <span key={part} className={part <= stress[letter] ? styles['full'] : styles['hollow']} />
                ))}
              </span>
              {AMOUNT[stress[letter]]}
            </dd>
          </div>
        ))}
      </dl>
    )}
  </section>
);

const ArchiveAction = ({ exercise }: { readonly exercise: Exercise }) => {
  const archive = useCommand(client.exercises.archive);
  const isArchived = exercise.isArchived === true;
  const turn = async (): Promise<void> => {
    const reply = await archive.run({ exerciseKey: exercise.key, isArchived: !isArchived });
    if (!reply.ok) return;
    const said = isArchived ? 'is offered again' : 'is no longer offered; programs and logs keep it';
    tell({ tone: 'done', text: `${exercise.name} ${said}.` });
  };
  return (
    <Button look="quiet" onPress={() => void turn()} isDisabled={archive.isRunning}>
      {isArchived ? 'Bring back' : 'Archive'}
    </Button>
  );
};

const OwnActions = ({ exercise, exercises }: Omit<ExerciseDetailProps, 'onGo'>) => {
  const remove = useCommand(client.exercises.removeOwn);
  const [isEditing, setEditing] = useState(false);
  const away = async (): Promise<void> => {
    const reply = await remove.run({ exerciseKey: exercise.key });
    if (reply.ok) tell({ tone: 'done', text: `${exercise.name} is removed. Undo brings it back.` });
  };
  return (
    <>
      <Button onPress={() => setEditing(true)}>Edit…</Button>
      <Button look="danger" onPress={() => void away()} isDisabled={remove.isRunning}>
        Remove
      </Button>
      {isEditing && <OwnExerciseDialog exercise={exercise} exercises={exercises} onClose={() => setEditing(false)} />}
    </>
  );
};
