import type { DistanceUnit, MassUnit } from '../../domain/kernel/quantity.ts';
import { Select } from '../kit/Fields.tsx';
import { DISTANCE_CHOICES, MASS_CHOICES } from './athleteChoices.ts';

interface Units {
  readonly massUnit: MassUnit;
  readonly distanceUnit: DistanceUnit;
}

interface UnitSelectsProps extends Units {
  readonly onChange: (units: Partial<Units>) => void;
}

/** In what somebody's loads and distances are said. */
export const UnitSelects = ({ massUnit, distanceUnit, onChange }: UnitSelectsProps) => (
  <>
    <Select
      label="Loads in"
      value={massUnit}
      onChange={(unit) => onChange({ massUnit: unit })}
      choices={MASS_CHOICES}
    />
    <Select
      label="Distances in"
      value={distanceUnit}
      onChange={(unit) => onChange({ distanceUnit: unit })}
      choices={DISTANCE_CHOICES}
    />
  </>
);
