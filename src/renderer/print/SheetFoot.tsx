import type { WeekSheet } from '../../domain/sheets/weekSheet.ts';
import { SheetStamp } from './SheetStamp.tsx';
import styles from './SheetFoot.module.css';
import { useSheetWords } from './sheetWordsContext.ts';

/** What the athlete writes after each session, when to stop, and which sheet this is. */
export const SheetFoot = ({ sheet }: { readonly sheet: WeekSheet }) => {
  const { form } = useSheetWords();
  return (
    <footer className={styles['foot']}>
      <table className={styles['prompts']}>
        <thead>
          <tr>
            <th scope="col">{form.afterSession}</th>
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
          {sheet.goneText !== undefined && <li className={styles['gone']}>{sheet.goneText}</li>}
          {sheet.footer.stopRules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
        <SheetStamp mark={sheet} />
      </div>
    </footer>
  );
};
