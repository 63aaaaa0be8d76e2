import { useMemo, useState } from 'react';
import { useAsk } from '../client/useAsk.ts';
import { count, counted } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { ComboBox } from '../kit/ComboBox.tsx';
import type { Choice } from '../kit/Fields.tsx';
import { StatusMark } from '../kit/Status.tsx';
import { client } from '../wire.ts';
import type { ExerciseQuestion } from './deskFiles.ts';
import { whyWords } from './importWords.ts';
import styles from './ExerciseMapping.module.css';

const OWN = 'own';

interface ExerciseMappingProps {
  readonly questions: readonly ExerciseQuestion[];
  /** The coach's answers by printed name. */
  readonly decisions: ReadonlyMap<string, string>;
  readonly onDecide: (printed: string, exerciseKey: string) => void;
}

const isDoubtful = ({ why }: ExerciseQuestion): boolean => why === 'similar' || why === 'new';

/** How the exercise names in the files will be taken: what needs an eye first, what is known folded away. */
export const ExerciseMapping = ({ questions, decisions, onDecide }: ExerciseMappingProps) => {
  const [showsKnown, setShowsKnown] = useState(false);
  const list = useAsk(client.exercises.list, {});
  const library = useMemo(
    () => (list.state === 'ready' ? list.value.exercises : []).map(({ key, name }) => ({ value: key, label: name })),
    [list],
  );
  const doubtful = questions.filter(isDoubtful).toSorted((a, b) => b.sets - a.sets);
  const known = questions.filter((question) => !isDoubtful(question)).toSorted((a, b) => b.sets - a.sets);
  if (questions.length === 0) return null;
  return (
    <section className={styles['mapping']}>
      <h2>Exercises</h2>
      {doubtful.length > 0 && (
        <>
          <p className="quiet">
            {counted(doubtful.length, 'name')} {doubtful.length === 1 ? 'is' : 'are'} not known for certain. Each
            becomes a new exercise of your own unless you say which it is; your answer is remembered.
          </p>
          <NameTable rows={doubtful} library={library} decisions={decisions} onDecide={onDecide} />
        </>
      )}
      {known.length > 0 && (
        <>
          <Button look="quiet" aria-expanded={showsKnown} onPress={() => setShowsKnown(!showsKnown)}>
            <StatusMark level="ok" />
            {counted(known.length, 'name')} known · {showsKnown ? 'hide' : 'show'}
          </Button>
          {showsKnown && <NameTable rows={known} library={library} decisions={decisions} onDecide={onDecide} />}
        </>
      )}
    </section>
  );
};

interface NameTableProps {
  readonly rows: readonly ExerciseQuestion[];
  readonly library: readonly Choice<string>[];
  readonly decisions: ReadonlyMap<string, string>;
  readonly onDecide: (printed: string, exerciseKey: string) => void;
}

const NameTable = ({ rows, library, decisions, onDecide }: NameTableProps) => (
  <table className={styles['table']}>
    <thead>
      <tr>
        <th scope="col">In the files</th>
        <th scope="col" className={styles['sets']}>
          Sets
        </th>
        <th scope="col">Taken as</th>
        <th scope="col">Why</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((question) => (
        <tr key={question.printed}>
          <th scope="row">{question.printed}</th>
          <td className={styles['sets']}>{count(question.sets)}</td>
          <td className={styles['taken']}>
            <ComboBox
              label={`“${question.printed}” is`}
              isLabelHidden
              value={decisions.get(question.printed) ?? question.chosen}
              choices={choicesFor(question, library)}
              onChange={(key) => onDecide(question.printed, key)}
            />
          </td>
          <td className="quiet">{decisions.has(question.printed) ? 'your answer' : whyWords(question.why)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** What it may be, the likeliest first, then everything there is. */
const choicesFor = (question: ExerciseQuestion, library: readonly Choice<string>[]): Choice<string>[] => {
  const likely = question.candidates.map(({ exerciseKey, name }) => ({
    value: exerciseKey,
    label: name,
    ...(isDoubtful(question) ? { hint: 'similar' } : {}),
  }));
  const keys = new Set(likely.map(({ value }) => value));
  return [
    ...likely,
    { value: OWN, label: 'A new exercise of my own' },
    ...library.filter(({ value }) => !keys.has(value)),
  ];
};
