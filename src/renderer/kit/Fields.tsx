import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Checkbox as AriaCheckbox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  NumberField as AriaNumberField,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
  TextArea,
  TextField as AriaTextField,
} from 'react-aria-components';
import { Check, ChevronDown } from 'lucide-react';
import { ChoiceWords } from './ChoiceWords.tsx';
import styles from './Fields.module.css';

interface FieldWords {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
}

interface TextFieldProps extends FieldWords {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isRequired?: boolean;
  readonly isLong?: boolean;
  readonly type?: 'text' | 'date' | 'email' | 'tel' | 'password';
  readonly shouldFocus?: boolean;
}

export const TextField = ({ label, hint, error, isLong, shouldFocus, ...props }: TextFieldProps) => (
  <AriaTextField
    {...props}
    isInvalid={error !== undefined}
    validationBehavior="aria"
    className={styles['field'] ?? ''}
    // The first field of a dialog that the coach opened by hand: typing goes straight on.
    // oxlint-disable-next-line jsx-a11y/no-autofocus
    autoFocus={shouldFocus ?? false}
  >
    <Label className={styles['label'] ?? ''}>{label}</Label>
    {isLong ? (
      <TextArea className={`${styles['input']} ${styles['long']}`} rows={3} />
    ) : (
      <Input className={styles['input'] ?? ''} />
    )}
    {hint !== undefined && (
      <Text slot="description" className={styles['hint'] ?? ''}>
        {hint}
      </Text>
    )}
    <FieldError className={styles['error'] ?? ''}>{error}</FieldError>
  </AriaTextField>
);

interface NumberFieldProps extends FieldWords {
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly unit?: string;
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly step?: number;
  readonly isYear?: boolean;
  readonly 'aria-label'?: string;
}

/** A number, empty when it is not known. */
export const NumberField = ({ label, hint, error, value, onChange, unit, isYear, ...limits }: NumberFieldProps) => (
  <AriaNumberField
    {...limits}
    value={value ?? Number.NaN}
    onChange={(next) => onChange(Number.isNaN(next) ? undefined : next)}
    isInvalid={error !== undefined}
    validationBehavior="aria"
    isWheelDisabled
    formatOptions={{ useGrouping: isYear !== true, maximumFractionDigits: 2 }}
    className={styles['field'] ?? ''}
  >
    {label !== '' && (
      <Label className={styles['label'] ?? ''}>
        {label}
        {unit !== undefined && <span className="unit"> {unit}</span>}
      </Label>
    )}
    <Input className={`${styles['input']} ${styles['numeric']}`} />
    {hint !== undefined && (
      <Text slot="description" className={styles['hint'] ?? ''}>
        {hint}
      </Text>
    )}
    <FieldError className={styles['error'] ?? ''}>{error}</FieldError>
  </AriaNumberField>
);

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
}

/** A question with a list of answers. */
export interface ChoiceFieldProps<T extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: T | undefined;
  readonly onChange: (value: T) => void;
  readonly choices: readonly Choice<T>[];
  readonly placeholder?: string;
  readonly hint?: string;
}

export const Select = <T extends string>(props: ChoiceFieldProps<T>) => {
  const { label, isLabelHidden, value, onChange, choices, placeholder, hint } = props;
  return (
    <AriaSelect
      value={value ?? null}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.value === key);
        if (chosen !== undefined) onChange(chosen.value);
      }}
      placeholder={placeholder ?? 'Choose'}
      className={styles['field'] ?? ''}
    >
      <Label className={isLabelHidden ? 'visuallyHidden' : (styles['label'] ?? '')}>{label}</Label>
      <AriaButton className={`${styles['input']} ${styles['select']}`}>
        <SelectValue className={styles['chosen'] ?? ''} />
        <ChevronDown aria-hidden size={14} />
      </AriaButton>
      {hint !== undefined && (
        <Text slot="description" className={styles['hint'] ?? ''}>
          {hint}
        </Text>
      )}
      <Popover className={styles['popover'] ?? ''}>
        <ListBox className={styles['list'] ?? ''}>
          {choices.map((choice) => (
            <ListBoxItem
              key={choice.value}
              id={choice.value}
              textValue={choice.label}
              className={styles['option'] ?? ''}
            >
              {({ isSelected }) => <ChoiceWords choice={choice} isChosen={isSelected} />}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
};

interface CheckboxProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: ReactNode;
  readonly isIndeterminate?: boolean;
  readonly isDisabled?: boolean;
  readonly 'aria-label'?: string;
}

export const Checkbox = ({ children, ...props }: CheckboxProps) => (
  <AriaCheckbox {...props} className={styles['checkbox'] ?? ''}>
    {({ isSelected, isIndeterminate }) => (
      <>
        <span className={styles['box']} aria-hidden>
          {isIndeterminate ? '–' : isSelected ? <Check size={12} strokeWidth={3} /> : null}
        </span>
        {children}
      </>
    )}
  </AriaCheckbox>
);
