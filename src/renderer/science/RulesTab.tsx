import { useEffect, useRef } from 'react';
import { useSearch } from 'wouter';
import type { CheckRule } from '../../domain/check/checkRule.ts';
import { CHECK_RULES } from '../../domain/check/register.ts';
import { SCIENCE_REGISTER } from '../../domain/science/register.ts';
import type { Evidence, ScienceRule } from '../../domain/science/rule.ts';
import styles from './ScienceScreen.module.css';

const EVIDENCE_WORDS: Readonly<Record<Evidence, string>> = {
  verified: 'checked against a published copy',
  convention: 'common practice',
  design: 'our own choice',
};

const RuleEntry = ({ rule }: { readonly rule: ScienceRule }) => (
  <section className={styles['rule']} aria-labelledby={`rule-${rule.rule}`}>
    <h2 id={`rule-${rule.rule}`} tabIndex={-1}>
      <span className={styles['number']}>{rule.rule}</span> {rule.name}
    </h2>
    <dl className={styles['facts']}>
      <dt>Rule</dt>
      <dd>{rule.formula}</dd>
      <dt>Units</dt>
      <dd>{rule.units}</dd>
      {rule.source !== undefined && (
        <>
          <dt>{rule.evidence === 'verified' ? 'Source' : 'Built on'}</dt>
          <dd>{rule.source}</dd>
        </>
      )}
      <dt>Evidence</dt>
      <dd>{EVIDENCE_WORDS[rule.evidence]}</dd>
    </dl>
  </section>
);

const CheckEntry = ({ rule }: { readonly rule: CheckRule }) => (
  <section className={styles['rule']} aria-labelledby={`check-${rule.id}`}>
    <h3 id={`check-${rule.id}`}>
      <span className={styles['number']}>{rule.rule}</span> {rule.name}
    </h3>
    <dl className={styles['facts']}>
      <dt>Rule</dt>
      <dd>{rule.what}</dd>
      <dt>Why</dt>
      <dd>{rule.why}</dd>
      <dt>Looks at</dt>
      <dd>{rule.needs === 'athlete' ? 'the program and the athlete it is for' : 'the program'}</dd>
    </dl>
  </section>
);

/** The register, to read. An address may name a rule: it is brought into view. */
export const RulesTab = () => {
  const named = new URLSearchParams(useSearch()).get('rule');
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (named === null) return;
    const heading = page.current?.querySelector<HTMLElement>(`#rule-${CSS.escape(named)}`);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  }, [named]);
  return (
    <div className={styles['page']} ref={page}>
      <p className={styles['intro']}>
        Every rule Ironstride works with. A source is named only where a published copy was checked; the rest is common
        practice or our own choice, and says so. None of this is medical advice, and nothing here promises a runner
        fewer injuries.
      </p>
      {SCIENCE_REGISTER.map((rule) => (
        <RuleEntry key={rule.rule} rule={rule} />
      ))}
      <section className={styles['check']} aria-labelledby="program-check">
        <h2 id="program-check">Program check</h2>
        <p className={styles['intro']}>
          What every program is looked at for while it is edited. A finding is a remark, not a refusal: the coach
          decides.
        </p>
        {CHECK_RULES.map((rule) => (
          <CheckEntry key={rule.id} rule={rule} />
        ))}
      </section>
    </div>
  );
};
