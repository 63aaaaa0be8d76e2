import { useState } from 'react';
import { addDays, mondayOfIsoWeek, type IsoWeek } from '../../domain/kernel/plainDate.ts';
import { useApp } from '../app/appContext.ts';
import { useAsk } from '../client/useAsk.ts';
import { Failed, Waiting } from '../kit/States.tsx';
import { WeekStepper } from '../kit/WeekStepper.tsx';
import { PlanDesk } from '../planning/PlanDesk.tsx';
import { nextRace } from '../planning/planModel.ts';
import { WeekHead } from '../planning/WeekHead.tsx';
import { client } from '../wire.ts';
import type { AthleteView } from './AthleteScreen.tsx';
import styles from './PlanTab.module.css';

const WEEKS = 4;

/** Four weeks of one athlete: runs, lifts, races, and where the lifts had better stand. */
export const PlanTab = ({ view: { athleteId, details } }: { readonly view: AthleteView }) => {
  const app = useApp();
  const [week, setWeek] = useState<IsoWeek>(app.week);
  const monday = mondayOfIsoWeek(week);
  const reading = useAsk(client.calendar.view, {
    athleteIds: [athleteId],
    from: monday,
    to: addDays(monday, 7 * WEEKS - 1),
  });
  if (reading.state === 'waiting') return <Waiting what="plan" rows={8} />;
  if (reading.state === 'failed') return <Failed message={reading.message} />;
  const [athlete] = reading.value.athletes;
  if (athlete === undefined) return null;
  const race = nextRace(athlete, app.today);
  const rows = Array.from({ length: WEEKS }, (_, at) => {
    const first = addDays(monday, 7 * at);
    return { key: first, athlete, monday: first };
  });
  return (
    <div className={styles['tab']}>
      <div className={styles['head']}>
        <WeekStepper week={week} thisWeek={app.week} onChange={setWeek} />
        <p className="quiet">{race === undefined ? 'No race in sight' : race}</p>
      </div>
      <PlanDesk label={`Plan of ${details.name}`} rows={rows} view={reading.value} Head={WeekHead} />
    </div>
  );
};
