import { Check } from 'lucide-react';
import type { Choice } from './Fields.tsx';
import styles from './Fields.module.css';

/** A line of a list to choose from: a tick where it is chosen, its name, and what it means. */
export const ChoiceWords = ({
  choice: { label, hint },
  isChosen,
}: {
  readonly choice: Choice<string>;
  readonly isChosen: boolean;
}) => (
  <>
    <Check aria-hidden size={14} className={isChosen ? '' : styles['absent']} />
    <span>
      {label}
      {hint !== undefined && <span className={styles['optionHint']}> {hint}</span>}
    </span>
  </>
);
