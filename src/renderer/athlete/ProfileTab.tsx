import { useState } from 'react';
import { Link } from 'wouter';
import { athleteDetails } from '../../contract/schemas/athlete.ts';
import type { AthleteDetails } from '../../domain/athletes/athlete.ts';
import { errorText } from '../../contract/errorText.ts';
import { useCommand } from '../client/useCommand.ts';
import { Button } from '../kit/Button.tsx';
import { NumberField, Select, TextField } from '../kit/Fields.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import { CLASS_CHOICES, LANGUAGE_CHOICES, SEX_CHOICES } from '../dialogs/athleteChoices.ts';
import { UnitSelects } from '../dialogs/UnitSelects.tsx';
import type { AthleteView } from './AthleteScreen.tsx';
import { BodyMassForm } from './BodyMassForm.tsx';
import { GymForm } from './GymForm.tsx';
import { HealthForm } from './HealthForm.tsx';
import { RacesForm } from './RacesForm.tsx';
import { UsualWeekForm } from './UsualWeekForm.tsx';
import styles from './ProfileTab.module.css';

const listed = (names: readonly string[]): string => names.join(', ');

const unlisted = (text: string): string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** Who the athlete is, what they lift with, when they run: what every load and every day is chosen from. */
export const ProfileTab = ({ view }: { readonly view: AthleteView }) => {
  const [draft, setDraft] = useState<AthleteDetails>(view.details);
  const [groups, setGroups] = useState(listed(view.details.groups));
  const [tags, setTags] = useState(listed(view.details.tags));
  const [problem, setProblem] = useState<string>();
  const edit = useCommand(client.athletes.edit);
  const wanted: AthleteDetails = { ...draft, groups: unlisted(groups), tags: unlisted(tags) };
  const isChanged = JSON.stringify(wanted) !== JSON.stringify(view.details);
  const set = (change: Partial<AthleteDetails>): void => setDraft({ ...draft, ...change });

  const save = async (): Promise<void> => {
    const checked = athleteDetails.safeParse(wanted);
    if (!checked.success) {
      const [issue] = checked.error.issues;
      setProblem(`${issue?.path.join(' ') ?? ''}: ${issue?.message ?? ''}`);
      return;
    }
    const reply = await edit.run({ athleteId: view.athleteId, details: checked.data }, { isQuiet: true });
    setProblem(reply.ok ? undefined : errorText(reply.error));
    if (reply.ok) tell({ tone: 'done', text: 'Profile saved. Loads and days follow it from now on.' });
  };

  return (
    <div className={styles['tab']}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <section className={styles['section']} aria-label="Person">
          <h2>Person</h2>
          <div className={styles['grid']}>
            <TextField label="Name" value={draft.name} onChange={(name) => set({ name })} />
            <Select
              label="Sex"
              value={draft.sex}
              onChange={(sex) => set({ sex })}
              choices={SEX_CHOICES}
              placeholder="Not said"
            />
            <NumberField
              label="Birth year"
              value={draft.birthYear}
              onChange={(birthYear) => set({ birthYear })}
              minValue={1900}
              maxValue={2100}
              isYear
            />
            <Select
              label="Lifting so far"
              value={draft.entryClass}
              onChange={(entryClass) => set({ entryClass })}
              choices={CLASS_CHOICES}
            />
            <TextField label="Groups" value={groups} onChange={setGroups} hint="Separated by commas" />
            <TextField label="Tags" value={tags} onChange={setTags} hint="Separated by commas" />
            <TextField
              label="Phone"
              type="tel"
              value={draft.phone ?? ''}
              onChange={(phone) => set({ phone: phone === '' ? undefined : phone })}
            />
            <TextField
              label="E-mail"
              type="email"
              value={draft.email ?? ''}
              onChange={(email) => set({ email: email === '' ? undefined : email })}
            />
          </div>
        </section>
        <section className={styles['section']} aria-label="Units">
          <h2>Units and time</h2>
          <div className={styles['grid']}>
            <UnitSelects massUnit={draft.massUnit} distanceUnit={draft.distanceUnit} onChange={set} />
            <Select
              label="Sheets in"
              value={draft.language ?? 'en'}
              onChange={(language) => set({ language: language === 'en' ? undefined : language })}
              choices={LANGUAGE_CHOICES}
            />
            <TextField
              label="Home time zone"
              value={draft.timeZone ?? ''}
              onChange={(timeZone) => set({ timeZone: timeZone === '' ? undefined : timeZone })}
              hint="For example Europe/Lisbon: puts Strava’s UTC times on the right day"
            />
          </div>
        </section>
        <GymForm gym={draft.gym} onChange={(gym) => set({ gym })} />
        <UsualWeekForm
          days={draft.usualWeek}
          distanceUnit={draft.distanceUnit}
          onChange={(usualWeek) => set({ usualWeek })}
        />
        <div className={styles['save']} data-bottom-bar>
          {problem !== undefined && (
            <p role="alert" className={styles['problem']}>
              {problem}
            </p>
          )}
          <Button
            onPress={() => {
              setDraft(view.details);
              setGroups(listed(view.details.groups));
              setTags(listed(view.details.tags));
              setProblem(undefined);
            }}
            isDisabled={!isChanged}
          >
            Discard changes
          </Button>
          <Button look="main" type="submit" isDisabled={!isChanged || edit.isRunning}>
            Save profile
          </Button>
        </div>
      </form>
      <div className={styles['aside']}>
        <RacesForm view={view} />
        <BodyMassForm view={view} />
        <HealthForm view={view} />
        <p className="quiet">
          <Link href={`/leaving/hand-over?athlete=${view.athleteId}`}>Hand over to another coach</Link> ·{' '}
          <Link href={`/leaving/erase?athlete=${view.athleteId}`}>Erase for good</Link>
        </p>
      </div>
    </div>
  );
};
