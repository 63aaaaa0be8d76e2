import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import { PageHead } from './PageHead.tsx';
import { PaperFrame } from './PaperFrame.tsx';
import { SeasonChart } from './SeasonChart.tsx';
import { SheetStamp } from './SheetStamp.tsx';
import type { Paper } from './paper.ts';
import styles from './SeasonSheetPage.module.css';
import { useSheetWords } from './sheetWordsContext.ts';

export type SeasonSheet = OutputOf<Contract['sheets']['season']>['sheets'][number];

/** A year of one athlete: how strong then and now, how much was lifted and run, the races, and the chart of both. */
export const SeasonSheetPage = ({ sheet, paper }: { readonly sheet: SeasonSheet; readonly paper: Paper }) => {
  const { form } = useSheetWords();
  return (
    <PaperFrame paper={paper} label={`${sheet.athlete}, ${sheet.dates}`}>
      <PageHead title={sheet.athlete} facts={[form.seasonPage, sheet.dates, sheet.coach]}>
        <SheetStamp mark={sheet} />
      </PageHead>
      <dl className={styles['facts']}>
        {sheet.facts.map((fact) => (
          <div key={fact.name}>
            <dt>{fact.name}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      <SeasonChart chart={sheet.chart} massUnit={sheet.massUnit} distanceUnit={sheet.distanceUnit} />
      {sheet.lifts.length > 0 && <Lifts sheet={sheet} />}
      {sheet.races.length > 0 && <Races sheet={sheet} />}
    </PaperFrame>
  );
};

const Lifts = ({ sheet }: { readonly sheet: SeasonSheet }) => {
  const { season } = useSheetWords();
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{season.lift}</th>
          <th scope="col">{season.start}</th>
          <th scope="col">{season.now}</th>
          <th scope="col">{season.change}</th>
        </tr>
      </thead>
      <tbody>
        {sheet.lifts.map((lift) => (
          <tr key={lift.exercise}>
            <th scope="row">{lift.exercise}</th>
            <td>{lift.start}</td>
            <td>
              <strong>{lift.now}</strong>
            </td>
            <td>
              {lift.change}
              {lift.verdict !== undefined && ` · ${lift.verdict}`}
            </td>
          </tr>
        ))}
      </tbody>
      <caption>{season.interval}</caption>
    </table>
  );
};

const Races = ({ sheet }: { readonly sheet: SeasonSheet }) => {
  const { season } = useSheetWords();
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{season.race}</th>
          <th scope="col" aria-label="Priority" />
          <th scope="col" aria-label="Day" />
          <th scope="col">{season.result}</th>
        </tr>
      </thead>
      <tbody>
        {sheet.races.map((race, index) => (
          <tr key={`${race.name} ${race.dateText} ${index}`}>
            <th scope="row">{race.name}</th>
            <td>{race.priority}</td>
            <td>{race.dateText}</td>
            <td>
              <strong>{race.result}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
