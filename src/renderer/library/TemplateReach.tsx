import type { Exercise } from '../../domain/exercises/exercise.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import type { Slot } from '../../domain/programs/program.ts';
import { useApp } from '../app/appContext.ts';
import { useAsk } from '../client/useAsk.ts';
import { counted } from '../format.ts';
import { loadWords, resolveCell, type KnownStrength, type Strengths } from '../grid/resolveCell.ts';
import { client } from '../wire.ts';
import styles from './TemplateReach.module.css';

interface TemplateReachProps {
  readonly templateKey: string;
  readonly slot: Slot;
  readonly exercise: Exercise;
}

interface Reached {
  readonly name: string;
  readonly words: string;
  /** In kilograms, to be put in order; absent where no load comes of it. */
  readonly loadKg: number | undefined;
}

const ANY_PLACE = { week: 0, session: '' };

const loadOf = (
  { athlete, strength }: { readonly athlete: Strengths['athlete']; readonly strength: KnownStrength },
  slot: Slot,
  exercise: Exercise,
  monday: PlainDate,
): Reached => {
  const strengths = {
    athlete,
    afterBreak: undefined,
    known: new Map([[exercise.key, [strength]]]),
    exerciseAt: (key: string) => (key === exercise.key ? exercise : undefined),
  };
  const sets = resolveCell(strengths, slot, { ...ANY_PLACE, monday });
  const heaviest = sets.map(({ resolved }) => resolved.loadKg ?? 0).toSorted((a, b) => b - a)[0];
  return { name: athlete.name, words: loadWords(sets), loadKg: heaviest === 0 ? undefined : heaviest };
};

/** What a cell of the template comes to for everybody who has it: from the lightest to the heaviest. */
export const TemplateReach = ({ templateKey, slot, exercise }: TemplateReachProps) => {
  const { today } = useApp();
  const answer = useAsk(client.templates.reach, { templateKey, exerciseKey: exercise.key });
  if (answer.state !== 'ready') return null;
  const { of, people } = answer.value;
  if (people.length === 0) return <p className="quiet">Nobody is on the roster yet.</p>;
  const reached = people
    .map((one) => loadOf(one, slot, exercise, today))
    .toSorted((a, b) => (a.loadKg ?? 0) - (b.loadKg ?? 0));
  const loaded = reached.filter((one) => one.loadKg !== undefined);
  const [lightest, heaviest] = [loaded[0], loaded.at(-1)];
  const others = reached.length - loaded.length;
  return (
    <section className={styles['reach']} aria-label="For whom it comes to what">
      <p className="quiet">
        {of === 'copies' ? `${counted(people.length, 'athlete')} with this template` : `The roster, ${people.length}`}
      </p>
      {lightest !== undefined && heaviest !== undefined && (
        <p>
          <strong>
            {lightest.words === heaviest.words ? lightest.words : `${lightest.words} – ${heaviest.words}`}
          </strong>
          {lightest !== heaviest && (
            <span className="quiet">
              {' '}
              {lightest.name} to {heaviest.name}
            </span>
          )}
        </p>
      )}
      {others > 0 && <p className="quiet">{counted(others, 'athlete')} without a load to be told</p>}
      <details>
        <summary>Everybody</summary>
        <ul>
          {reached.map(({ name, words }) => (
            <li key={name}>
              <span>{name}</span> <span className="quiet">{words}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
};
