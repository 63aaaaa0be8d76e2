import { painRegionOf, readFoot, type TypedFoot } from '../../domain/typeIn/typedFoot.ts';
import type { SessionToType, SessionTyping, Typing } from './typing.ts';
import styles from './SessionPanel.module.css';

interface Field {
  readonly key: keyof TypedFoot;
  readonly head: string;
  readonly label: string;
  readonly width: 'narrow' | 'middle' | 'wide';
}

/** In the order of paper. */
const FIELDS: readonly Field[] = [
  { key: 'felt', head: 'How it felt 1–5', label: 'how it felt, 1 to 5', width: 'narrow' },
  { key: 'painPlace', head: 'Pain: where', label: 'where it hurt', width: 'middle' },
  { key: 'pain', head: '0–10', label: 'pain, 0 to 10', width: 'narrow' },
  { key: 'sleep', head: 'Sleep (h)', label: 'sleep in hours', width: 'narrow' },
  { key: 'effort', head: 'Session RPE', label: 'session RPE', width: 'narrow' },
  { key: 'minutes', head: '× minutes', label: 'minutes', width: 'narrow' },
  { key: 'notes', head: 'Notes', label: 'notes', width: 'wide' },
];

interface FootTableProps {
  readonly sessions: readonly SessionToType[];
  readonly typing: Typing;
  readonly onSession: (at: number, change: Partial<SessionTyping>) => void;
  readonly onFocus: () => void;
}

/** What the athlete wrote after each session, as at the foot of the paper. */
export const FootTable = ({ sessions, typing, onSession, onFocus }: FootTableProps) => {
  const done = sessions.flatMap((session, at) => {
    const one = typing[at];
    return one?.state === 'done' ? [{ session, at, foot: one.foot }] : [];
  });
  if (done.length === 0) return null;
  return (
    <section className={styles['panel']} aria-label="After each session">
      <table className={`${styles['table']} ${styles['foot']}`}>
        <thead>
          <tr>
            <th scope="col">After each session</th>
            {FIELDS.map(({ key, head }) => (
              <th key={key} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {done.map(({ session, at, foot }) => (
            <FootRow
              key={`${session.programId} ${session.weekOrdinal} ${session.name}`}
              at={at}
              session={session}
              foot={foot}
              onFocus={onFocus}
              onFoot={(change) => onSession(at, { foot: { ...foot, ...change } })}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
};

interface FootRowProps {
  readonly at: number;
  readonly session: SessionToType;
  readonly foot: TypedFoot;
  readonly onFoot: (change: Partial<TypedFoot>) => void;
  readonly onFocus: () => void;
}

const FootRow = ({ at, session, foot, onFoot, onFocus }: FootRowProps) => {
  const { problems } = readFoot(foot);
  const isPlaceUnknown = foot.painPlace.trim() !== '' && painRegionOf(foot.painPlace) === undefined;
  return (
    <>
      <tr data-session={at}>
        <th scope="row" className={styles['name']}>
          {session.name}
        </th>
        {FIELDS.map(({ key, label, width }) => (
          <td key={key}>
            <input
              type="text"
              className={`${styles['box']} ${styles[width]}`}
              data-field="foot"
              aria-label={`${session.name}, ${label}`}
              aria-invalid={problems.some(({ field }) => field === key)}
              placeholder={key === 'minutes' && session.minutes > 0 ? `of ${session.minutes}` : ''}
              value={foot[key]}
              maxLength={key === 'notes' ? 2000 : 80}
              autoComplete="off"
              onFocus={onFocus}
              onChange={({ target }) => onFoot({ [key]: target.value })}
            />
          </td>
        ))}
      </tr>
      {problems.length > 0 && (
        <tr>
          <td colSpan={FIELDS.length + 1} className={styles['problem']}>
            {problems.map(({ field, found, expected }) => `■ “${found}”: expected ${expected} (${labelOf(field)}). `)}
          </td>
        </tr>
      )}
      {isPlaceUnknown && (
        <tr>
          <td colSpan={FIELDS.length + 1} className={styles['note']}>
            “{foot.painPlace.trim()}” is kept as written. Of a knee, ankle, calf, hamstring, hip or back the next
            session is spared too.
          </td>
        </tr>
      )}
    </>
  );
};

const labelOf = (field: keyof TypedFoot): string => FIELDS.find(({ key }) => key === field)?.label ?? field;
