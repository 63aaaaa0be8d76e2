import styles from './Status.module.css';

export type StatusLevel = 'ok' | 'look' | 'act' | 'none';

const SHAPES: Readonly<Record<StatusLevel, string>> = { ok: '●', look: '▲', act: '■', none: '○' };
const WORDS: Readonly<Record<StatusLevel, string>> = { ok: 'On track', look: 'Look', act: 'Act', none: 'No data' };

/** Shape, colour and word say the same: none of them is needed alone. */
export const StatusMark = ({ level }: { readonly level: StatusLevel }) => (
  <span className={`${styles['mark']} ${styles[level]}`} role="img" aria-label={WORDS[level]}>
    {SHAPES[level]}
  </span>
);

export const statusWord = (level: StatusLevel): string => WORDS[level];
