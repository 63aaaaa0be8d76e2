import { LIMITS, type Limit } from '../../contract/limits.ts';
import { useApp } from '../app/appContext.ts';
import { copyDiagnostics } from '../app/windowDefects.ts';
import { Button } from '../kit/Button.tsx';
import { LicenceList } from './LicenceList.tsx';
import styles from './SettingsScreen.module.css';

const inWords = ({ most, of }: Limit): string =>
  of === 'bytes' ? `${(most / (1024 * 1024)).toLocaleString('en')} MB` : `${most.toLocaleString('en')} ${of}`;

/** What this program is made of, how much it takes, and what to send to whoever helps when something breaks. */
export const AboutSection = () => {
  const app = useApp();
  return (
    <section className={styles['section']} aria-label="About">
      <h2>About</h2>
      <p className="quiet">
        Ironstride {app.version}. When something goes wrong, a log beside the database keeps what kind of fault it was
        and where in the program it arose: no names, nothing that you have typed. It stays on this computer unless you
        copy it.
      </p>
      <div className={styles['actions']}>
        <Button onPress={() => void copyDiagnostics()}>Copy diagnostics</Button>
      </div>
      <details className={styles['more']}>
        <summary>How much it takes</summary>
        <table className={styles['policies']}>
          <thead>
            <tr>
              <th scope="col">Of</th>
              <th scope="col">At most</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries<Limit>(LIMITS).map(([key, limit]) => (
              <tr key={key}>
                <th scope="row">{limit.what}</th>
                <td>{inWords(limit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <LicenceList />
    </section>
  );
};
