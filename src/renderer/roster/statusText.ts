import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import { DETECTOR_NAMES } from '../../domain/guard/guardWords.ts';
import { counted, day, percent } from '../format.ts';

export type RosterRow = OutputOf<Contract['roster']['view']>['rows'][number];
type Reason = RosterRow['status']['reasons'][number];

/** Why an athlete stands where they do, in a few plain words. */
export const reasonText = (reason: Reason): string => {
  switch (reason.tag) {
    case 'pain':
      return `pain ${reason.score}/10${reason.site === '' ? '' : ` ${reason.site}`} on ${day(reason.reportedOn)}`;
    case 'liftsMissed':
      return `${reason.missed} of ${counted(reason.planned, 'lift')} not done in two weeks`;
    case 'noLiftFor':
      return `no lift for ${counted(reason.days, 'day')}`;
    case 'noRunFor':
      return `no run for ${counted(reason.days, 'day')}`;
    case 'strengthDown':
      return `${reason.exercise} ${percent(reason.percent)} in 12 weeks`;
    case 'programEnds':
      return `program ends ${day(reason.endsOn)}`;
    case 'guard':
      return `running ${reason.level}: ${reason.detectors.map((one) => DETECTOR_NAMES[one].toLowerCase()).join(', ')}`;
    case 'noProgram':
      return 'no program this week';
    case 'onTrack':
      return 'on track';
    case 'noData':
      return 'nothing recorded yet';
  }
};

export const reasonsText = (row: Pick<RosterRow, 'status'>): string => row.status.reasons.map(reasonText).join(' · ');
