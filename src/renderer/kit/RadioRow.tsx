import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { Choice } from './Fields.tsx';
import styles from './RadioRow.module.css';

interface RadioRowProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly choices: readonly Choice<T>[];
  readonly shouldFocus?: boolean;
}

/** A few choices side by side, one of them chosen; arrows move among them. */
export const RadioRow = <T extends string>({ label, value, onChange, choices, shouldFocus }: RadioRowProps<T>) => (
  <RadioGroup
    value={value}
    orientation="horizontal"
    className={styles['group'] ?? ''}
    onChange={(next) => {
      const chosen = choices.find((choice) => choice.value === next);
      if (chosen !== undefined) onChange(chosen.value);
    }}
  >
    <Label className={styles['label'] ?? ''}>{label}</Label>
    <div className={styles['choices']}>
      {choices.map((choice) => (
        <Radio
          key={choice.value}
          value={choice.value}
          className={styles['choice'] ?? ''}
          // What opens by a key is used by keys.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={shouldFocus === true && choice.value === value}
        >
          {choice.label}
        </Radio>
      ))}
    </div>
  </RadioGroup>
);
