import { Link } from 'wouter';
import { parsePlainDate } from '../../domain/kernel/plainDate.ts';
import { count, counted, fullDay } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Checkbox } from '../kit/Fields.tsx';
import { StatusMark } from '../kit/Status.tsx';
import type { Preview } from './OpenTab.tsx';
import styles from './Leaving.module.css';

const COLUMNS = [
  { key: 'programs', label: 'Programs' },
  { key: 'sessions', label: 'Sessions' },
  { key: 'sets', label: 'Sets' },
  { key: 'runs', label: 'Runs' },
  { key: 'checkIns', label: 'Check-ins' },
] as const;

/** So many are shown by name; a desk may have hundreds. */
const SHOWN = 30;

/** As the file says it; a day that is none is shown as it stands. */
const dayWords = (on: string): string => {
  const date = parsePlainDate(on);
  return date === undefined ? on : fullDay(date);
};

interface PackPreviewProps {
  readonly preview: Preview;
  readonly isBeside: boolean;
  readonly onBeside: (isBeside: boolean) => void;
  readonly isBusy: boolean;
  readonly onTakeIn: () => void;
}

/** What a file holds, and the decision. */
export const PackPreview = ({ preview, isBeside, onBeside, isBusy, onTakeIn }: PackPreviewProps) => {
  const { kind, athletes, madeOn, newExercises, inTheWay } = preview;
  const taken = athletes.filter(({ isTaken }) => isTaken);
  const isRefused = inTheWay !== undefined || (kind === 'athletes' && taken.length > 0 && !isBeside);
  return (
    <section className={styles['preview']} aria-label="What is in the file">
      <h2>
        {kind === 'desk' ? 'A whole desk' : counted(athletes.length, 'athlete')}, made on {dayWords(madeOn)}
      </h2>
      {inTheWay !== undefined && (
        <p>
          <StatusMark level="act" /> A whole desk goes only onto an empty one, and{' '}
          {inTheWay === 0
            ? 'this one has exercises or templates of its own'
            : `this one has ${counted(inTheWay, 'athlete')}`}
          . To put back everything as it was, <Link href="/backups">restore a backup</Link>.
        </p>
      )}
      {athletes.length === 0 ? (
        <p className="quiet">Nobody is in it.</p>
      ) : (
        <People athletes={athletes} marksTaken={kind === 'athletes'} />
      )}
      {newExercises.length > 0 && (
        <p className="quiet">
          With {counted(newExercises.length, 'exercise')} that your library does not have:{' '}
          {newExercises.slice(0, 8).join(', ')}
          {newExercises.length > 8 && ' and more'}.
        </p>
      )}
      {kind === 'athletes' && taken.length > 0 && (
        <Checkbox isSelected={isBeside} onChange={onBeside}>
          Add {taken.length === 1 ? 'the one who is' : 'those who are'} on the roster already beside, as “Name (2)”
        </Checkbox>
      )}
      <div className={styles['actions']}>
        <Button
          look="main"
          isDisabled={isRefused || isBusy || (kind === 'athletes' && athletes.length === 0)}
          onPress={onTakeIn}
        >
          {kind === 'desk' ? 'Bring in this desk' : `Take in ${counted(athletes.length, 'athlete')}`}
        </Button>
        <span className="quiet">
          {kind === 'desk'
            ? 'Its history of changes is not in the file; undo begins here.'
            : 'One step; Undo takes it back.'}
        </span>
      </div>
    </section>
  );
};

interface PeopleProps {
  readonly athletes: Preview['athletes'];
  readonly marksTaken: boolean;
}

const People = ({ athletes, marksTaken }: PeopleProps) => (
  <>
    <table className={styles['people']}>
      <thead>
        <tr>
          <th scope="col">Athlete</th>
          {COLUMNS.map(({ key, label }) => (
            <th key={key} scope="col" className={styles['number']}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {athletes.slice(0, SHOWN).map(({ name, counts, isTaken }) => (
          <tr key={name}>
            <th scope="row">
              <span className={styles['name']}>{name}</span>
              {marksTaken && isTaken && (
                <span className={styles['taken']}>
                  <StatusMark level="look" /> on the roster already
                </span>
              )}
            </th>
            {COLUMNS.map(({ key }) => (
              <td key={key} className={styles['number']}>
                {counts[key] === 0 ? <span className="quiet">–</span> : count(counts[key])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    {athletes.length > SHOWN && <p className="quiet">and {count(athletes.length - SHOWN)} more</p>}
  </>
);
