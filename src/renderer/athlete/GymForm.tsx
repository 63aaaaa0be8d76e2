import { Plus } from 'lucide-react';
import { standardGym, type Gym } from '../../domain/athletes/athlete.ts';
import { Button } from '../kit/Button.tsx';
import { Checkbox, NumberField, Select } from '../kit/Fields.tsx';
import { EQUIPMENT } from '../../domain/exercises/equipment.ts';
import { MASS_CHOICES } from '../dialogs/athleteChoices.ts';
import styles from './ProfileTab.module.css';

interface GymFormProps {
  readonly gym: Gym;
  readonly onChange: (gym: Gym) => void;
}

/** Bar, plates and equipment: loads are only ever what these can make. */
export const GymForm = ({ gym, onChange }: GymFormProps) => {
  const known = new Set(EQUIPMENT.map(({ item }) => item));
  const has = (item: string): boolean => gym.equipment.includes(item);
  const toggle = (item: string, isThere: boolean): void =>
    onChange({
      ...gym,
      equipment: isThere ? [...gym.equipment, item].toSorted() : gym.equipment.filter((one) => one !== item),
    });
  const setPlate = (
    place: number,
    change: { readonly mass?: number | undefined; readonly pairs?: number | undefined },
  ): void =>
    onChange({
      ...gym,
      plates: gym.plates.map((plate, index) =>
        index === place ? { mass: change.mass ?? plate.mass, pairs: change.pairs ?? plate.pairs } : plate,
      ),
    });
  return (
    <section className={styles['section']} aria-label="Gym">
      <h2>Gym</h2>
      <div className={styles['grid']}>
        <Select
          label="Plates are in"
          value={gym.unit}
          onChange={(unit) => onChange({ ...standardGym(unit), equipment: gym.equipment })}
          choices={MASS_CHOICES}
          hint="Changing it starts from a usual set of plates."
        />
        <NumberField
          label="Empty bar"
          unit={gym.unit}
          value={gym.bar}
          onChange={(bar) => onChange({ ...gym, bar: bar ?? 0 })}
          minValue={0}
          maxValue={100}
          step={0.25}
        />
      </div>
      <div className={styles['plates']}>
        {gym.plates.map((plate, place) => (
          <div key={`plate-${place}`} className={styles['plate']}>
            <NumberField
              label="Plate"
              unit={gym.unit}
              value={plate.mass}
              onChange={(mass) => setPlate(place, { mass })}
              minValue={0.25}
              maxValue={100}
              step={0.25}
            />
            <NumberField
              label="Pairs"
              value={plate.pairs}
              onChange={(pairs) => setPlate(place, { pairs })}
              minValue={1}
              maxValue={12}
              step={1}
            />
            <Button
              look="quiet"
              aria-label={`Remove the ${plate.mass} ${gym.unit} plates`}
              onPress={() => onChange({ ...gym, plates: gym.plates.filter((_, index) => index !== place) })}
            >
              Remove
            </Button>
          </div>
        ))}
        <Button
          look="quiet"
          onPress={() => onChange({ ...gym, plates: [...gym.plates, { mass: nextMass(gym), pairs: 1 }] })}
        >
          <Plus aria-hidden /> Plate
        </Button>
      </div>
      <div className={styles['equipment']} role="group" aria-label="Equipment">
        {EQUIPMENT.map(({ item, label }) => (
          <Checkbox key={item} isSelected={has(item)} onChange={(isThere) => toggle(item, isThere)}>
            {label}
          </Checkbox>
        ))}
        {gym.equipment
          .filter((item) => !known.has(item))
          .map((item) => (
            <Checkbox key={item} isSelected onChange={(isThere) => toggle(item, isThere)}>
              {item}
            </Checkbox>
          ))}
      </div>
    </section>
  );
};

/** A size that is not there yet: plates of one size are one line. */
const nextMass = (gym: Gym): number => {
  const taken = new Set(gym.plates.map((plate) => plate.mass));
  return [0.5, 1, 1.25, 2.5, 5, 10, 15, 20, 25, 35, 45].find((mass) => !taken.has(mass)) ?? 50;
};
