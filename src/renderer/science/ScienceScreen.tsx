import { Link } from 'wouter';
import { CalculatorsTab } from './CalculatorsTab.tsx';
import { RulesTab } from './RulesTab.tsx';
import styles from './ScienceScreen.module.css';

const TABS = [
  { key: 'calculators', label: 'Calculators' },
  { key: 'rules', label: 'Rules' },
] as const;

/** Every rule the product keeps: to try with one's own numbers, and to read. */
export const ScienceScreen = ({ tab }: { readonly tab: string }) => (
  <div>
    <header className={styles['head']}>
      <h1>Science</h1>
      <nav className={styles['tabs']} aria-label="Science pages">
        {TABS.map(({ key, label }) => (
          <Link
            key={key}
            href={`/science/${key}`}
            className={`${styles['tab']} ${tab === key ? styles['here'] : ''}`}
            aria-current={tab === key ? 'page' : undefined}
          >
            {label}
          </Link>
        ))}
      </nav>
    </header>
    {tab === 'rules' ? <RulesTab /> : <CalculatorsTab />}
  </div>
);
