import { SEVERITIES } from '../../domain/check/finding.ts';
import { useAsk } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { FindingList, fixName, SEVERITY_WORDS } from '../grid/FindingList.tsx';
import type { Finding } from '../grid/gridMarks.ts';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import { slotId } from './checkPlaces.ts';
import type { ProgramView } from './WeeksTab.tsx';
import styles from './CheckPanel.module.css';

/** Undefined until the check has answered. */
const useFindings = ({ athleteId, programId }: ProgramView): readonly Finding[] | undefined => {
  const answer = useAsk(client.programs.check, { athleteId, programId });
  return answer.state === 'ready' ? (answer.value.checked[0]?.findings ?? []) : undefined;
};

/** The first slot that a finding is about. */
const slotOf = ({ blocks }: ProgramView, { week, session, label }: Finding): HTMLElement | undefined => {
  const sessions = blocks.flatMap((block) => block.weeks).find(({ ordinal }) => ordinal === week)?.sessions ?? [];
  const found = sessions.find(({ name }) => name === session) ?? sessions[0];
  const slot = found?.slots.find((one) => one.label === label) ?? found?.slots[0];
  if (found === undefined || slot === undefined) return undefined;
  return document.getElementById(slotId(found.sessionId, slot.label)) ?? undefined;
};

/** The program check of one program, beside its weeks. */
export const CheckPanel = ({ program }: { readonly program: ProgramView }) => {
  const findings = useFindings(program);
  const edit = useCommand(client.programs.edit);
  const { programId, revision } = program;
  return (
    <FindingList
      findings={findings}
      onJump={(finding) => {
        const slot = slotOf(program, finding);
        slot?.focus({ preventScroll: true });
        slot?.scrollIntoView({ block: 'nearest' });
      }}
      onFix={async (fix) => {
        const called = fixName(fix);
        const reply = await edit.run({ programId, revision, edits: [...fix.edits], called });
        if (reply.ok) tell({ tone: 'done', text: `${called}. Undo brings the program back as it was.` });
        return reply.ok;
      }}
    />
  );
};

/** How many findings a week has, on its head; nothing where there are none. */
export const FindingCount = ({ program, week }: { readonly program: ProgramView; readonly week: number }) => {
  const found = (useFindings(program) ?? []).filter((one) => one.week === week || one.alsoWeeks.includes(week));
  const worst = SEVERITIES.find((severity) => found.some((one) => one.severity === severity));
  if (worst === undefined) return null;
  return (
    <span className={`${styles['count']} ${styles[worst]}`}>
      {found.length} {found.length === 1 ? 'finding' : 'findings'}
      <span className="visuallyHidden">, worst: {SEVERITY_WORDS[worst][0]}</span>
    </span>
  );
};
