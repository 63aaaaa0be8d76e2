import { useState } from 'react';
import { SCIENCE_REGISTER } from '../../domain/science/register.ts';
import type { Calculation, ScienceRule } from '../../domain/science/rule.ts';
import { rankByName } from '../app/rankByName.ts';
import { CalculatorForm } from './CalculatorForm.tsx';
import styles from './ScienceScreen.module.css';

interface Calculator {
  readonly key: string;
  /** What the search finds it by. */
  readonly name: string;
  readonly rule: ScienceRule;
  readonly calculation: Calculation;
}

const CALCULATORS: readonly Calculator[] = SCIENCE_REGISTER.flatMap((rule) =>
  rule.calculations.map((calculation) => ({
    key: `${rule.rule} ${calculation.title}`,
    name: `${calculation.title} ${rule.rule} ${rule.name}`,
    rule,
    calculation,
  })),
);

/** Any rule with a closed form, tried with one's own numbers. */
export const CalculatorsTab = () => {
  const [typed, setTyped] = useState('');
  const [chosenKey, setChosenKey] = useState(CALCULATORS[0]?.key);
  const found = typed.trim() === '' ? CALCULATORS : rankByName(typed, CALCULATORS, CALCULATORS.length);
  const chosen = CALCULATORS.find(({ key }) => key === chosenKey);
  return (
    <div className={styles['desk']}>
      <div className={styles['list']}>
        <input
          type="search"
          className={styles['search']}
          aria-label="Search calculators"
          placeholder="Search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <ul aria-label="Calculators">
          {found.map(({ key, rule, calculation }) => (
            <li key={key}>
              <button
                type="button"
                className={styles['choice']}
                aria-pressed={key === chosenKey}
                onClick={() => setChosenKey(key)}
              >
                <span>{calculation.title}</span>
                <span className={styles['number']}>{rule.rule}</span>
              </button>
            </li>
          ))}
        </ul>
        {found.length === 0 && <p className="quiet">No calculator is called “{typed}”.</p>}
      </div>
      {chosen !== undefined && <CalculatorForm key={chosen.key} rule={chosen.rule} calculation={chosen.calculation} />}
    </div>
  );
};
