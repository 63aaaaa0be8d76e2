import { useState } from 'react';
import { errorText } from '../../contract/errorText.ts';
import { addDays, isoWeekOf, mondayOf, parsePlainDate, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { ostrcScore, type OstrcScore } from '../../domain/wellness/ostrc.ts';
import { useApp } from '../app/appContext.ts';
import { useCommand } from '../client/useCommand.ts';
import { day } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Select, TextField } from '../kit/Fields.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import type { AthleteView } from './AthleteScreen.tsx';
import { HEALTH_QUESTIONS } from './wellnessWords.ts';
import styles from './EntryDialog.module.css';

const WEEKS_BACK = 8;

/** Early in a week, it is the last one that is being asked about. */
const weekAskedAbout = (today: PlainDate): PlainDate => mondayOf(addDays(today, -3));

const weekChoices = (today: PlainDate) =>
  Array.from({ length: WEEKS_BACK }, (_, index) => {
    const monday = addDays(mondayOf(today), -7 * index);
    return {
      value: String(monday),
      label: `${isoWeekOf(monday).slice(5)}, ${day(monday)} – ${day(addDays(monday, 6))}`,
    };
  });

const ends = (first: number | undefined): boolean => first === 0 || first === 3;

const FOLLOWS: Readonly<Record<OstrcScore['action'], string>> = {
  none: 'no problem',
  inform: 'good to know',
  amber: 'go easy',
  red: 'act on it; two weeks running, refer',
};

/** The weekly health questions: the first one alone may end them. */
export const HealthQuestionsDialog = ({
  view,
  onClose,
}: {
  readonly view: AthleteView;
  readonly onClose: () => void;
}) => {
  const { today } = useApp();
  const record = useCommand(client.log.recordHealthReport);
  const [week, setWeek] = useState(String(weekAskedAbout(today)));
  const [given, setGiven] = useState<readonly (number | undefined)[]>([]);
  const [notes, setNotes] = useState('');
  const [problem, setProblem] = useState<string>();
  const asked = ends(given[0]) || given[0] === undefined ? HEALTH_QUESTIONS.slice(0, 1) : HEALTH_QUESTIONS;
  const answers = asked.flatMap((_, at) => given[at] ?? []);
  const score = answers.length === asked.length ? ostrcScore(answers, 'H2') : undefined;

  const save = async (): Promise<void> => {
    const on = parsePlainDate(week);
    if (score === undefined || on === undefined) return setProblem('Answer every question first.');
    const report = { version: 'H2' as const, answers, ...(notes.trim() === '' ? {} : { notes: notes.trim() }) };
    const reply = await record.run({ athleteId: view.athleteId, on, report }, { isQuiet: true });
    if (!reply.ok) return setProblem(errorText(reply.error));
    tell({ tone: 'done', text: 'Health questions recorded.' });
    return onClose();
  };

  return (
    <Dialog
      title={`Weekly health questions, ${view.details.name}`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <p className={styles['score']} aria-live="polite">
            {problem !== undefined && score === undefined ? (
              <span className={styles['problem']}>{problem}</span>
            ) : (
              <ScoreText score={score} />
            )}
          </p>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="main" type="submit" form="health-questions" isDisabled={record.isRunning}>
            Record answers
          </Button>
        </>
      }
    >
      <form
        id="health-questions"
        className={styles['questions']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Select label="Week" value={week} onChange={setWeek} choices={weekChoices(today)} />
        {asked.map((question, at) => (
          <fieldset key={question.ask} className={styles['question']}>
            <legend>{question.ask}</legend>
            <div className={`${styles['answers']} ${at === 0 ? '' : styles['short']}`}>
              {question.answers.map((answer, index) => (
                <label key={answer}>
                  <input
                    type="radio"
                    name={`health-${at}`}
                    checked={given[at] === index}
                    onChange={() => setGiven(HEALTH_QUESTIONS.map((_, place) => (place === at ? index : given[place])))}
                  />
                  {answer}
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        <TextField label="What it is, in their words" value={notes} onChange={setNotes} />
      </form>
    </Dialog>
  );
};

const ScoreText = ({ score }: { readonly score: OstrcScore | undefined }) => {
  if (score === undefined) return <span className="quiet">Score: answer every question</span>;
  return (
    <>
      Score <strong>{score.score}</strong> of 100{' '}
      <span className="quiet">
        · {FOLLOWS[score.action]}
        {score.isSubstantial ? ' · substantial problem' : ''}
      </span>
    </>
  );
};
