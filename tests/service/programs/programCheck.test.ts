import { beforeEach, describe, expect, test } from 'vitest';
import type { AthleteId } from '../../../src/domain/kernel/ids.ts';
import { addAthlete, day, detailsOf, openDesk, refusal, settled, TODAY, type Desk } from '../openDesk.ts';

let desk: Desk;
let athleteId: AthleteId;

beforeEach(async () => {
  desk = openDesk();
  athleteId = await addAthlete(desk, 'Ana Duarte');
  await assign('heavy-for-runners');
});

const assign = async (templateKey: string) =>
  settled(await desk.client.programs.assign({ athleteIds: [athleteId], templateKey, startsOn: TODAY }));

const checked = async () => {
  const [only] = settled(await desk.client.programs.check({ athleteId })).checked;
  if (only === undefined) throw new Error('no program now');
  return only;
};

const saidBy = async (rule: string) => (await checked()).findings.filter((finding) => finding.rule === rule);

const sessionName = async () => {
  const { program } = settled(await desk.client.programs.forAthlete({ athleteId }));
  return program?.blocks[0]?.weeks[0]?.sessions[0]?.name ?? '';
};

describe('the check of an athlete’s program', () => {
  test('has no fault to find in a plan as it ships', async () => {
    const { findings } = await checked();
    expect(findings.filter(({ severity }) => severity === 'fault')).toEqual([]);
  });

  test('finds what was planted; its fix is an edit of the program, and one step of undo', async () => {
    const { programId, revision } = await checked();
    const place = { week: 2, session: await sessionName(), label: 'A1' };
    const edits = [{ kind: 'cell' as const, ...place, text: '3x5 @95% cap8' }];
    settled(await desk.client.programs.edit({ programId, revision, edits }));
    const [found] = await saidBy('above-rep-chart');
    expect(found).toMatchObject({ severity: 'fault', ...place, alsoWeeks: [] });
    const fix = { edits: found?.fix?.edits.map((edit) => ({ ...edit })) ?? [], called: `Fix: ${found?.fix?.label}` };
    settled(await desk.client.programs.edit({ programId, revision: revision + 1, ...fix }));
    expect(await saidBy('above-rep-chart')).toEqual([]);
    expect(settled(await desk.client.history.undo({})).label).toBe('Fix: at most 81.1 %');
    expect(await saidBy('above-rep-chart')).toHaveLength(1);
  });

  test('knows the athlete’s races, pain and equipment', async () => {
    expect(await saidBy('heavy-before-race')).toEqual([]);
    const race = { name: 'City run', racedOn: day('2026-12-06'), priority: 'A' as const, distanceM: 10_000 };
    settled(await desk.client.races.add({ athleteId, race }));
    expect(await saidBy('heavy-before-race')).toMatchObject([{ week: 2, severity: 'warning' }, { week: 2 }]);
    const report = { painScore: 4, painRegion: 'K' as const };
    settled(await desk.client.log.recordCheckIn({ athleteId, on: TODAY, report }));
    expect(await saidBy('painful-exercise')).not.toEqual([]);
    expect(await saidBy('equipment-missing')).toEqual([]);
    const details = { ...detailsOf('Ana Duarte'), gym: { ...detailsOf('Ana Duarte').gym, equipment: ['db'] } };
    settled(await desk.client.athletes.edit({ athleteId, details }));
    const [lacking] = await saidBy('equipment-missing');
    expect(lacking).toMatchObject({ severity: 'fault', label: 'A1', fix: { label: 'Goblet squat instead' } });
  });

  test('looks at all programs of today, or at the one that is named', async () => {
    await assign('first-jumps-6');
    const { checked: all } = settled(await desk.client.programs.check({ athleteId }));
    expect(all.map(({ name }) => name).toSorted()).toEqual(['First jumps, 6 weeks', 'Heavy for runners']);
    const [one] = all;
    const named = settled(await desk.client.programs.check({ athleteId, programId: one?.programId }));
    expect(named.checked).toEqual([one]);
    expect(refusal(await desk.client.programs.check({ athleteId, programId: 99 as never }))).toBe('ProgramNotFound');
    expect(refusal(await desk.client.programs.check({ athleteId: 99 as never }))).toBe('AthleteNotFound');
  });
});

test('every template and the start ramp can be checked by key, and the rules be read', async () => {
  const { templates } = settled(await desk.client.programs.templates({}));
  for (const { key } of templates) {
    const { findings } = settled(await desk.client.programs.checkTemplate({ templateKey: key }));
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  }
  expect(refusal(await desk.client.programs.checkTemplate({ templateKey: 'none' }))).toBe('TemplateNotFound');
  expect(settled(await desk.client.programs.checkRules({})).rules.length).toBeGreaterThan(30);
});
