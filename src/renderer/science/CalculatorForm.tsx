import { useMemo, useState } from 'react';
import { parseAgeFactors } from '../../domain/running/ageGrade.ts';
import { evaluateRule } from '../../domain/science/evaluateRule.ts';
import { textOfValue, valueOfText } from '../../domain/science/fieldText.ts';
import type { Calculation, RuleContext, RuleInput, ScienceRule } from '../../domain/science/rule.ts';
import { useAsk } from '../client/useAsk.ts';
import { Checkbox, Select, TextField } from '../kit/Fields.tsx';
import { client } from '../wire.ts';
import { ResultView } from './ResultView.tsx';
import styles from './ScienceScreen.module.css';

/** What may be typed, where a plain number or word is not enough. */
const hintOf = ({ kind, columns, isOptional }: RuleInput): string => {
  const kinds: Partial<Record<RuleInput['kind'], string>> = {
    numbers: 'Separated by commas.',
    words: 'Separated by commas.',
    plates: 'Mass × pairs, separated by commas: 20x2, 2.5x1.',
    rows: `One row a line: ${(columns ?? []).join(' · ')}.`,
    runs: 'Separated by commas: Tue Q AM, Thu E AM, Sun L AM. Q quality, E easy, L long.',
    sessions: 'One day a line: day: load x repetitions @ RPE, …',
  };
  return [kinds[kind] ?? '', isOptional ? 'May be empty.' : ''].filter((part) => part !== '').join(' ');
};

interface InputFieldProps {
  readonly input: RuleInput;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

const InputField = ({ input, text, onChange }: InputFieldProps) => {
  const label = input.unit === undefined ? input.label : `${input.label}, ${input.unit}`;
  if (input.kind === 'flag') {
    return (
      <Checkbox isSelected={text === 'true'} onChange={(isSelected) => onChange(String(isSelected))}>
        {label}
      </Checkbox>
    );
  }
  if (input.kind === 'choice') {
    const choices = (input.choices ?? []).map((value) => ({ value, label: value }));
    return <Select label={label} value={text} onChange={onChange} choices={choices} />;
  }
  return (
    <TextField
      label={label}
      value={text}
      onChange={onChange}
      hint={hintOf(input)}
      isLong={input.kind === 'rows' || input.kind === 'sessions'}
    />
  );
};

const examplesOf = ({ inputs }: Calculation): Readonly<Record<string, string>> =>
  Object.fromEntries(inputs.map(({ name, kind, example }) => [name, textOfValue(kind, example)]));

/** What was filled in: an empty field that may be empty is left out, any other is for the rule to refuse. */
const inputFrom = ({ inputs }: Calculation, texts: Readonly<Record<string, string>>): Record<string, unknown> =>
  Object.fromEntries(
    inputs.flatMap(({ name, kind, isOptional }) => {
      const value = valueOfText(kind, texts[name] ?? '');
      return value === undefined && isOptional ? [] : [[name, value]];
    }),
  );

const useRuleContext = (rule: ScienceRule): RuleContext => {
  const library = useAsk(client.exercises.list, {}, { isWanted: rule.needsLibrary === true });
  const table = useAsk(client.science.ageFactors, {}, { isWanted: rule.needsAgeFactors === true });
  const csv = table.state === 'ready' ? table.value.csv : undefined;
  const ageFactors = useMemo(() => (csv === undefined ? undefined : parseAgeFactors(csv)), [csv]);
  return { exercises: library.state === 'ready' ? library.value.exercises : [], ageFactors };
};

/** One calculator: its form, made from the rule's own inputs, and the answer as it is typed. */
export const CalculatorForm = ({
  rule,
  calculation,
}: {
  readonly rule: ScienceRule;
  readonly calculation: Calculation;
}) => {
  const [texts, setTexts] = useState(() => examplesOf(calculation));
  const context = useRuleContext(rule);
  const answer = evaluateRule(rule, inputFrom(calculation, texts), context);
  return (
    <section className={styles['calculator']} aria-label={calculation.title}>
      <h2>{calculation.title}</h2>
      <div className={styles['form']}>
        {calculation.inputs.map((input) => (
          <InputField
            key={input.name}
            input={input}
            text={texts[input.name] ?? ''}
            onChange={(text) => setTexts((before) => ({ ...before, [input.name]: text }))}
          />
        ))}
      </div>
      <div className={styles['answer']} role="status" aria-label="Answer">
        {answer.ok ? (
          <ResultView value={answer.value} words={calculation.result} />
        ) : (
          <p className={styles['reason']}>{answer.error.reason}</p>
        )}
      </div>
      <p className={styles['formula']}>
        <span className={styles['number']}>{rule.rule}</span> {rule.formula}
      </p>
    </section>
  );
};
