import { Link } from 'wouter';
import styles from './RunningTab.module.css';

/** The number of a rule, which leads to its words. */
export const Rule = ({ rule }: { readonly rule: string }) => (
  <Link href={`/science/rules?rule=${rule}`} aria-label={`Rule ${rule}`} className={styles['rule'] ?? ''}>
    {rule}
  </Link>
);
