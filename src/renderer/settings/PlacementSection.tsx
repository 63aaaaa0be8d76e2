import { useState } from 'react';
import { POLICY_TEXTS, type PolicyText } from '../../domain/placement/policyTexts.ts';
import type { PlacementPolicies } from '../../domain/placement/policies.ts';
import { useAsk } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { Button } from '../kit/Button.tsx';
import { NumberField } from '../kit/Fields.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import styles from './SettingsScreen.module.css';

/** How far lifts and runs are kept apart: every number the coach's own, with its default and where that comes from. */
export const PlacementSection = () => {
  const reading = useAsk(client.calendar.policies, {});
  return (
    <section className={styles['section']} aria-label="Placing lifts">
      <h2>Placing lifts</h2>
      {reading.state === 'failed' && <p role="alert">{reading.message}</p>}
      {reading.state === 'ready' && (
        <PolicyForm
          key={JSON.stringify(reading.value.policies)}
          saved={reading.value.policies}
          defaults={reading.value.defaults}
        />
      )}
    </section>
  );
};

const unitOf = ({ unit }: PolicyText, value: number): string =>
  value === 1 && (unit === 'days' || unit === 'lifts') ? unit.slice(0, -1) : unit;

interface PolicyFormProps {
  readonly saved: PlacementPolicies;
  readonly defaults: PlacementPolicies;
}

const PolicyForm = ({ saved, defaults }: PolicyFormProps) => {
  const [draft, setDraft] = useState(saved);
  const save = useCommand(client.calendar.savePolicies);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(saved);
  const isDefault = POLICY_TEXTS.every(({ get }) => get(draft) === get(defaults));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save.run({ policies: draft }).then((reply) => {
          if (reply.ok) tell({ tone: 'done', text: 'Placing lifts: saved.' });
        });
      }}
    >
      <table className={styles['policies']}>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Yours</th>
            <th scope="col">Default and source</th>
          </tr>
        </thead>
        <tbody>
          {POLICY_TEXTS.map((text) => (
            <tr key={text.key}>
              <th scope="row">{text.name}</th>
              <td>
                <NumberField
                  label=""
                  aria-label={`${text.name}, ${text.unit}`}
                  value={text.get(draft)}
                  onChange={(value) => setDraft(text.set(draft, value ?? text.get(defaults)))}
                  minValue={text.least}
                  maxValue={text.most}
                />
              </td>
              <td className="quiet">
                {text.get(defaults)} {unitOf(text, text.get(defaults))} · {text.source} · {text.rule}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles['actions']}>
        <Button look="main" type="submit" isDisabled={!isChanged || save.isRunning}>
          Save these numbers
        </Button>
        <Button isDisabled={isDefault} onPress={() => setDraft(defaults)}>
          All defaults
        </Button>
      </div>
    </form>
  );
};
