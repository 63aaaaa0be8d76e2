import type { LeverRise } from '../../domain/programs/levers.ts';
import type { Finding } from './gridMarks.ts';
import styles from './GhostCell.module.css';

/** What a cell would come to hold, shown before it is written. */
export interface Ghost {
  /** In shorthand; empty where the cell would be emptied. */
  readonly text: string;
  readonly rises: readonly LeverRise[];
  readonly findings: readonly Finding[];
}

/** By line and week: `ghostKey`. */
export type Ghosts = ReadonlyMap<string, Ghost>;

export const NO_GHOSTS: Ghosts = new Map();

/** The first week that has a ghost. */
export const firstGhostWeek = (ghosts: Ghosts): number | undefined => {
  const weeks = [...ghosts.keys()].map((key) => Number(key.slice(key.lastIndexOf('\n') + 1)));
  return weeks.length === 0 ? undefined : Math.min(...weeks);
};

/** So short that it fits beside the sets. */
const LEVER_MARK: Readonly<Record<LeverRise['lever'], string>> = {
  VOLUME: 'vol',
  INTENSITY: 'int',
  SELECTION: 'ex',
  TIME: 'time',
};

const LEVER_NAME: Readonly<Record<LeverRise['lever'], string>> = {
  VOLUME: 'volume',
  INTENSITY: 'intensity',
  SELECTION: 'exercise',
  TIME: 'time',
};

const SEVERITIES = ['fault', 'warning'] as const;

const SEVERITY_MARK = { fault: '■', warning: '▲' } as const;

export const GhostCell = ({ ghost: { text, rises, findings } }: { readonly ghost: Ghost }) => {
  const worst = SEVERITIES.find((one) => findings.some(({ severity }) => severity === one));
  const said = [
    ...rises.map(({ lever, by }) => `raises ${LEVER_NAME[lever]} ${by}`),
    ...findings.map(({ reason }) => reason),
  ].join('; ');
  return (
    <span className={styles['ghost']} title={said === '' ? undefined : `${text}: ${said}`}>
      <span className={styles['text']}>{text === '' ? '–' : text}</span>
      {rises.length > 0 && (
        <span className={styles['rise']} aria-hidden>
          ↑{rises.map(({ lever }) => LEVER_MARK[lever]).join(' ')}
        </span>
      )}
      {worst !== undefined && (
        <span className={styles[worst]} aria-hidden>
          {SEVERITY_MARK[worst]}
        </span>
      )}
      <span className="visuallyHidden"> not written yet{said === '' ? '' : `; ${said}`}</span>
    </span>
  );
};
