import { Link } from 'wouter';
import styles from './SettingsScreen.module.css';

/** The way to everything that leaves the desk or comes onto it whole. */
export const LeavingSection = () => (
  <section className={styles['section']} aria-label="Leaving and moving">
    <h2>Leaving and moving</h2>
    <p className="quiet">Your data is yours: take it elsewhere, hand it on, or have it forgotten.</p>
    <ul className={styles['ways']}>
      <li>
        <Link href="/leaving/export">Export everything</Link> as tables and JSON
      </li>
      <li>
        <Link href="/leaving/hand-over">Hand athletes over</Link> to another coach, sealed with a passphrase
      </li>
      <li>
        <Link href="/leaving/move">Move to another computer</Link> in one file
      </li>
      <li>
        <Link href="/leaving/open">Open a file</Link> that was handed over or moved
      </li>
      <li>
        <Link href="/leaving/erase">Erase an athlete</Link> for good
      </li>
    </ul>
  </section>
);
