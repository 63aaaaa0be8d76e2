import { counted } from '../format.ts';
import { ComboBox } from '../kit/ComboBox.tsx';
import { Select } from '../kit/Fields.tsx';
import type { Choices, DeskFile, FileAnswer } from './deskFiles.ts';
import { timeZones } from './timeZones.ts';
import { DISTANCE, MASS, ORDER, RUNS_IN_LOG } from './fileQuestions.ts';
import styles from './FileCard.module.css';

/** What is told and cannot be chosen otherwise. */
const TOLD: Readonly<Record<string, string>> = {
  dateOrder: 'Dates are written',
  encoding: 'Text encoding',
  duration: 'Durations are in',
  sport: 'A sport by its movement',
};

interface FileChoicesProps {
  readonly file: DeskFile;
  readonly answer: FileAnswer;
  readonly onChoose: (choices: Choices) => void;
}

/** Why the dates were taken so; before that, what they look like. */
const dateHint = (evidence: string | undefined, dates: readonly string[] | undefined): { hint?: string } => {
  if (evidence !== undefined) return { hint: evidence };
  return dates === undefined || dates.length === 0 ? {} : { hint: `In the file: ${dates.join(', ')}` };
};

/** What the file does not say: how it was taken, why, and the other way. Answering reads the file again at once. */
export const FileChoices = ({ file, answer: { reading, refusal }, onChoose }: FileChoicesProps) => {
  const assumed = (what: string) => reading?.assumptions.find((assumption) => assumption.what === what);
  const [mass, distance, zone, order] = ['massUnit', 'distanceUnit', 'timeZone', 'dateOrder'].map(assumed);
  const runs = reading?.runsInLog ?? 0;
  const asksOrder = refusal?.reason === 'datesUndecided' || file.choices.dateOrder !== undefined;
  const told = (reading?.assumptions ?? []).filter(({ what }) => what in TOLD && !(asksOrder && what === 'dateOrder'));
  if (!mass && !distance && !zone && runs === 0 && !asksOrder && told.length === 0) return null;
  return (
    <div className={styles['choices']}>
      {mass && (
        <Select
          label={
            reading !== undefined && reading.sets.added + reading.sets.duplicate > 0 ? 'Loads are in' : 'Weights are in'
          }
          value={MASS.find(({ value }) => value === mass.chosen)?.value}
          choices={MASS}
          hint={mass.evidence}
          onChange={(massUnit) => onChoose({ massUnit })}
        />
      )}
      {distance && (
        <Select
          label="Distances are in"
          value={DISTANCE.find(({ value }) => value === distance.chosen)?.value}
          choices={DISTANCE}
          hint={distance.evidence}
          onChange={(distanceUnit) => onChoose({ distanceUnit })}
          {...(distance.chosen === 'm' ? { placeholder: 'Metres' } : {})}
        />
      )}
      {asksOrder && (
        <Select
          label="Dates are written"
          value={file.choices.dateOrder === 'mdy' ? 'mdy' : file.choices.dateOrder === 'dmy' ? 'dmy' : undefined}
          choices={ORDER}
          placeholder="Day or month first?"
          onChange={(dateOrder) => onChoose({ dateOrder })}
          {...dateHint(order?.evidence, refusal?.dates)}
        />
      )}
      {runs > 0 && (
        <Select
          label="Runs between the sets become"
          value={file.choices.runsInLog ?? 'sets'}
          choices={RUNS_IN_LOG}
          hint={`${counted(runs, 'run')} with a distance. As runs they count towards the kilometres.`}
          onChange={(runsInLog) => onChoose({ runsInLog })}
        />
      )}
      {zone && (
        <ComboBox
          label="Time zone of the athlete"
          value={file.choices.timeZone ?? (timeZones().includes(zone.chosen) ? zone.chosen : 'UTC')}
          choices={timeZones().map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
          hint={zone.evidence}
          onChange={(timeZone) => onChoose({ timeZone })}
        />
      )}
      {told.map((one) => (
        <p key={`${one.what} ${one.chosen}`} className={styles['told']}>
          <span className="quiet">{TOLD[one.what]}</span>
          <span>{one.chosen}</span>
          <span className="quiet">{one.evidence}</span>
        </p>
      ))}
    </div>
  );
};
