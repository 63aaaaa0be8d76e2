import { useState } from 'react';
import { useLocation } from 'wouter';
import { ordinaryWeek, standardGym, type Sex } from '../../domain/athletes/athlete.ts';
import type { EntryClass } from '../../domain/programs/program.ts';
import { useApp } from '../app/appContext.ts';
import { useCommand } from '../client/useCommand.ts';
import { errorText } from '../../contract/errorText.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { NumberField, Select, TextField } from '../kit/Fields.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import { CLASS_CHOICES, SEX_CHOICES } from '../dialogs/athleteChoices.ts';
import { UnitSelects } from '../dialogs/UnitSelects.tsx';
import styles from './AddAthleteDialog.module.css';

/** A new athlete in one short form; gym, week and races are filled in on the profile. */
export const AddAthleteDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { settings } = useApp();
  const [, go] = useLocation();
  const add = useCommand(client.athletes.add);
  const [name, setName] = useState('');
  const [sex, setSex] = useState<Sex>();
  const [birthYear, setBirthYear] = useState<number>();
  const [entryClass, setEntryClass] = useState<EntryClass>('A');
  const [units, setUnits] = useState({ massUnit: settings.massUnit, distanceUnit: settings.distanceUnit });
  const [groups, setGroups] = useState('');
  const [problem, setProblem] = useState<string>();

  const save = async (): Promise<void> => {
    if (name.trim() === '') {
      setProblem('Write a name first.');
      return;
    }
    const reply = await add.run(
      {
        details: {
          name,
          sex,
          birthYear,
          entryClass,
          ...units,
          groups: groups
            .split(',')
            .map((group) => group.trim())
            .filter((group) => group !== ''),
          tags: [],
          notes: '',
          gym: standardGym(units.massUnit),
          usualWeek: ordinaryWeek,
        },
      },
      { isQuiet: true },
    );
    if (!reply.ok) {
      setProblem(errorText(reply.error));
      return;
    }
    tell({ tone: 'done', text: `${name.trim()} is on the roster.` });
    onClose();
    go(`/athlete/${reply.value.athleteId}/profile`);
  };

  return (
    <Dialog
      title="Add an athlete"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="main" type="submit" form="add-athlete" isDisabled={add.isRunning}>
            Add athlete
          </Button>
        </>
      }
    >
      <form
        id="add-athlete"
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className={styles['wide']}>
          <TextField label="Name" value={name} onChange={setName} error={problem} shouldFocus />
        </div>
        <Select label="Sex" value={sex} onChange={setSex} choices={SEX_CHOICES} placeholder="Not said" />
        <NumberField
          label="Birth year"
          value={birthYear}
          onChange={setBirthYear}
          minValue={1900}
          maxValue={2100}
          isYear
        />
        <div className={styles['wide']}>
          <Select
            label="Lifting so far"
            value={entryClass}
            onChange={setEntryClass}
            choices={CLASS_CHOICES}
            hint="Decides where the start ramp begins."
          />
        </div>
        <UnitSelects {...units} onChange={(changed) => setUnits({ ...units, ...changed })} />
        <div className={styles['wide']}>
          <TextField
            label="Groups"
            value={groups}
            onChange={setGroups}
            hint="Separated by commas, for example Marathon, Masters"
          />
        </div>
      </form>
    </Dialog>
  );
};
