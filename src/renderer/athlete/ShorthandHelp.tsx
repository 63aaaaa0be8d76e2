import { SHORTHAND_HELP } from '../../domain/programs/shorthandHelp.ts';
import styles from './CellEditor.module.css';

/** What can be typed, for whoever meets the shorthand for the first time. */
export const ShorthandHelp = () => (
  <details className={styles['help']}>
    <summary>What can be typed</summary>
    <dl>
      {SHORTHAND_HELP.map(({ typed, means }) => (
        <div key={means}>
          <dt>
            {typed.map((example) => (
              <code key={example}>{example}</code>
            ))}
          </dt>
          <dd>{means}</dd>
        </div>
      ))}
    </dl>
  </details>
);
