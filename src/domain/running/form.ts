/** Fitness, fatigue and form on one day (R4.5), in the unit of the loads. Form is that of the morning, before the day's training. */
export interface Form {
  readonly ctl: number;
  readonly atl: number;
  readonly tsb: number;
}

const CTL_DAYS = 42;
const ATL_DAYS = 7;

const CTL_STEP = 1 - Math.exp(-1 / CTL_DAYS);
const ATL_STEP = 1 - Math.exp(-1 / ATL_DAYS);

export interface FormStart {
  readonly ctl: number;
  readonly atl: number;
}

/** The day after a day's load: both means move toward it, fatigue six times as fast. */
export const nextForm = ({ ctl, atl }: FormStart, load: number): Form => ({
  ctl: ctl + (load - ctl) * CTL_STEP,
  atl: atl + (load - atl) * ATL_STEP,
  tsb: ctl - atl,
});

/** Fitness, fatigue and form day by day (R4.5), from where they stood before the first; a rest day is a load of 0. */
export const formOver = (start: FormStart, loads: readonly number[]): readonly Form[] => {
  const days: Form[] = [];
  let last: FormStart = start;
  for (const load of loads) {
    const day = nextForm(last, load);
    days.push(day);
    last = day;
  }
  return days;
};
