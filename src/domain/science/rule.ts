import { fail, ok, type Result } from '../kernel/result.ts';
import type { AgeFactors } from '../running/ageGrade.ts';
import type { StressedExercise } from '../wellness/substitution.ts';
import type { Field, FieldKind } from './fields.ts';

/** How sure a rule is: read in a published source; common practice; our own choice. */
export type Evidence = 'verified' | 'convention' | 'design';

/** Why a rule has no answer, in words for a coach. */
export interface OutsideDomain {
  readonly reason: string;
}

/** A number, a word, a list or a record: what JSON can carry, and never nothing. */
export type Answer = NonNullable<unknown>;

/** What a rule may need beyond its input. */
export interface RuleContext {
  readonly exercises: readonly StressedExercise[];
  /** Absent where they have not been read. */
  readonly ageFactors?: AgeFactors | undefined;
}

/** One input of a form, as it is asked for. */
export interface RuleInput {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly unit?: string | undefined;
  readonly choices?: readonly string[] | undefined;
  readonly columns?: readonly string[] | undefined;
  readonly example: unknown;
  readonly isOptional: boolean;
}

/** How the answer is read: the unit of a lone number, what the columns of a table are, or the parts of a record are called. */
export interface ResultWords {
  readonly unit?: string;
  readonly columns?: readonly string[];
  readonly parts?: Readonly<Record<string, string>>;
}

/** One thing a rule answers. A rule may answer several; the names of the inputs tell them apart. */
export interface Calculation {
  readonly title: string;
  readonly inputs: readonly RuleInput[];
  readonly result: ResultWords;
  readonly evaluate: (input: Readonly<Record<string, unknown>>, context: RuleContext) => Result<Answer, OutsideDomain>;
}

/** One rule of the science, as the register shows it. */
export interface ScienceRule {
  /** For example `R1.1`. */
  readonly rule: string;
  readonly name: string;
  /** As a coach would read it. */
  readonly formula: string;
  readonly units: string;
  /** Only what has been read in the source itself; absent otherwise. */
  readonly source?: string;
  readonly evidence: Evidence;
  /** Empty for rules that are kept but have nothing to compute. */
  readonly calculations: readonly Calculation[];
  /** The answer depends on the exercise library: it is computed where that is. */
  readonly needsLibrary?: true;
  /** The same of the table of age factors. */
  readonly needsAgeFactors?: true;
}

type Fields = Readonly<Record<string, Field<unknown>>>;

type ValuesOf<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

const readAll = (
  fields: Fields,
  input: Readonly<Record<string, unknown>>,
): Result<Readonly<Record<string, unknown>>, OutsideDomain> => {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const given = Object.hasOwn(input, name) ? (input[name] ?? undefined) : undefined;
    if (given === undefined && field.isOptional === true) continue;
    const value = field.read(given);
    if (!value.ok) return fail({ reason: value.error });
    values[name] = value.value;
  }
  return ok(values);
};

/** Whether every number of an answer can be shown: extreme but lawful inputs overflow inside a formula. */
const isComputed = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isComputed);
};

/** A calculation from its fields. `answer` gives `undefined` outside the rule's domain, which `outside` puts in words. */
export const calculation = <F extends Fields>(spec: {
  readonly title: string;
  readonly fields: F;
  readonly result?: ResultWords;
  readonly outside?: string;
  readonly answer: (values: ValuesOf<F>, context: RuleContext) => unknown;
}): Calculation => ({
  title: spec.title,
  result: spec.result ?? {},
  inputs: Object.entries(spec.fields).map(([name, { read: _read, isOptional, ...shown }]) => ({
    name,
    ...shown,
    isOptional: isOptional === true,
  })),
  evaluate: (input, context) => {
    const values = readAll(spec.fields, input);
    if (!values.ok) return values;
    // Each field has read its own value: what was read is what the fields promise.
    const value = spec.answer(values.value as ValuesOf<F>, context);
    if (!isComputed(value)) return fail({ reason: 'These numbers are too large or too small to compute with.' });
    return value === undefined || value === null
      ? fail({ reason: spec.outside ?? 'The rule says nothing about this.' })
      : ok(value);
  },
});
