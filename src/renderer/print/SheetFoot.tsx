import type { WeekSheet } from '../../domain/sheets/weekSheet.ts';
import { AFTER_SESSION, SHEET_CODE } from './sheetColumns.ts';
import styles from './SheetFoot.module.css';

/** What the athlete writes after each session, when to stop, and which sheet this is. */
export const SheetFoot = ({ sheet }: { readonly sheet: WeekSheet }) => (
  <footer className={styles['foot']}>
    <table className={styles['prompts']}>
      <thead>
        <tr>
          <th scope="col">{AFTER_SESSION}</th>
          {sheet.footer.prompts.map((prompt) => (
            <th key={prompt} scope="col">
              {prompt}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sheet.panels.map((panel) => (
          <tr key={panel.name}>
            <th scope="row">
              {panel.name} <span className={styles['date']}>{panel.dateText}</span>
            </th>
            {sheet.footer.prompts.map((prompt) => (
              <td key={prompt} aria-label={prompt} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    <div className={styles['last']}>
      <ul>
        {sheet.footer.stopRules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <p className={styles['mark']}>
        <span>{SHEET_CODE}</span> <strong className={styles['code']}>{sheet.sheetCode}</strong>
        <span className={styles['version']}>{sheet.versionText}</span>
      </p>
    </div>
  </footer>
);
