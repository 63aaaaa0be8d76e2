import { useState } from 'react';
import { massIn, massToKg, roundTo } from '../../domain/kernel/quantity.ts';
import { useApp } from '../app/appContext.ts';
import { useCommand } from '../client/useCommand.ts';
import { fullDay } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { NumberField } from '../kit/Fields.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import type { AthleteView } from './AthleteScreen.tsx';
import styles from './ProfileTab.module.css';

const SHOWN = 6;

export const BodyMassForm = ({ view }: { readonly view: AthleteView }) => {
  const { today } = useApp();
  const unit = view.details.massUnit;
  const [mass, setMass] = useState<number>();
  const weighIn = useCommand(client.athletes.weighIn);
  const save = async (): Promise<void> => {
    if (mass === undefined) return;
    const reply = await weighIn.run({
      athleteId: view.athleteId,
      weighIn: { measuredOn: today, massKg: roundTo(massToKg(unit, mass), 2) },
    });
    if (!reply.ok) return;
    setMass(undefined);
    tell({ tone: 'done', text: 'Body mass noted for today.' });
  };
  return (
    <section aria-label="Body mass">
      <h2>Body mass</h2>
      {view.bodyMass.slice(0, SHOWN).map((entry) => (
        <div key={entry.measuredOn} className={styles['line']}>
          <span className="quiet">{fullDay(entry.measuredOn)}</span>
          <span>
            {roundTo(massIn(unit, entry.massKg), 1)} <span className="unit">{unit}</span>
          </span>
        </div>
      ))}
      <form
        className={styles['small']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <NumberField
          label="Today"
          unit={unit}
          value={mass}
          onChange={setMass}
          minValue={unit === 'kg' ? 20 : 45}
          maxValue={unit === 'kg' ? 300 : 660}
        />
        <div style={{ alignSelf: 'end' }}>
          <Button type="submit" isDisabled={mass === undefined}>
            Note it
          </Button>
        </div>
      </form>
    </section>
  );
};
