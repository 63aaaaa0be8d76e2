import { useState } from 'react';
import { PATTERNS, type Exercise, type Pattern } from '../../domain/exercises/exercise.ts';
import { rankByName } from '../app/rankByName.ts';
import { useAsk } from '../client/useAsk.ts';
import { count } from '../format.ts';
import { Empty, Failed, Waiting } from '../kit/States.tsx';
import { client } from '../wire.ts';
import styles from './LibraryScreen.module.css';

const equipmentText = ({ equipment }: Pick<Exercise, 'equipment'>): string =>
  equipment.length === 0 ? 'nothing' : equipment.map((group) => group.join(' or ')).join(', ');

export const ExercisesTab = () => {
  const answer = useAsk(client.exercises.list, {});
  const [typed, setTyped] = useState('');
  const [pattern, setPattern] = useState<Pattern>();
  if (answer.state === 'waiting') return <Waiting what="exercises" rows={12} />;
  if (answer.state === 'failed') return <Failed message={answer.message} />;
  const { exercises } = answer.value;
  const nameOf = new Map(exercises.map((exercise) => [exercise.key, exercise.name]));
  const present = PATTERNS.filter((one) => exercises.some((exercise) => exercise.pattern === one));
  const shown = rankByName(
    typed,
    exercises.filter((exercise) => pattern === undefined || exercise.pattern === pattern),
    exercises.length,
  );
  return (
    <div className={styles['page']}>
      <div className={styles['filters']}>
        <input
          type="search"
          className={styles['search']}
          aria-label="Search exercises"
          placeholder="Name"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div role="group" aria-label="Pattern">
          <button
            type="button"
            className={styles['pattern']}
            aria-pressed={pattern === undefined}
            onClick={() => setPattern(undefined)}
          >
            All {count(exercises.length)}
          </button>
          {present.map((one) => (
            <button
              key={one}
              type="button"
              className={styles['pattern']}
              aria-pressed={pattern === one}
              onClick={() => setPattern(pattern === one ? undefined : one)}
            >
              {one}
            </button>
          ))}
        </div>
      </div>
      {shown.length === 0 ? (
        <Empty title="Nothing of that name">No exercise of this pattern is called “{typed}”.</Empty>
      ) : (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Exercise</th>
              <th scope="col">Pattern</th>
              <th scope="col">Needs</th>
              <th scope="col">Usual dose</th>
              <th scope="col">Easier</th>
              <th scope="col">Harder</th>
              <th scope="col">Muscles</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((exercise) => (
              <tr key={exercise.key}>
                <td>
                  {exercise.name} {exercise.isOwn && <span className="quiet">your own</span>}
                </td>
                <td>{exercise.pattern}</td>
                <td className="quiet">{equipmentText(exercise)}</td>
                <td>
                  {exercise.usualDose}
                  {exercise.isUnilateral ? ' a side' : ''}
                </td>
                <td className="quiet">{exercise.regressKey === undefined ? '' : nameOf.get(exercise.regressKey)}</td>
                <td className="quiet">{exercise.progressKey === undefined ? '' : nameOf.get(exercise.progressKey)}</td>
                <td className="quiet">{exercise.muscles.join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
};
