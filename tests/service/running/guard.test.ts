import { describe, expect, test } from 'vitest';
import { addAthlete, makeSample, openDesk, refusal, settled, TODAY } from '../openDesk.ts';
import { dump } from '../dump.ts';
import type { AthleteId } from '../../../src/domain/kernel/ids.ts';

describe('the running guard', () => {
  test('says nothing, and what it would need, of somebody who has just come', async () => {
    const desk = openDesk();
    const athleteId = await addAthlete(desk, 'Ana Duarte');
    const guard = settled(await desk.client.running.guard({ athleteId }));
    expect(guard.level).toBe('green');
    expect(guard.detectors.length).toBe(9);
    for (const { isSilent, words } of guard.detectors) {
      expect(isSilent).toBe(true);
      expect(words).toMatch(/^needs /);
    }
    expect(guard.efChart).toBeUndefined();
  });

  test('looks at everybody of a sample roster and never says a number that is none', async () => {
    const desk = openDesk();
    await makeSample(desk, 12, 2);
    const { athletes } = settled(await desk.client.athletes.list({}));
    let spoken = 0;
    for (const { athleteId } of athletes) {
      const guard = settled(await desk.client.running.guard({ athleteId }));
      spoken += guard.detectors.filter(({ isSilent }) => !isSilent).length;
      expect(JSON.stringify(guard)).not.toMatch(/NaN|Infinity/);
      expect(guard.detectors.some(({ alarm }) => alarm !== 'none')).toBe(guard.level !== 'green');
    }
    expect(spoken).toBeGreaterThan(30);
  });

  test('a decision is kept, the charts begin anew from it, and undo takes it back', async () => {
    const desk = openDesk();
    await makeSample(desk, 12, 2);
    const { athletes } = settled(await desk.client.athletes.list({}));
    const charted: AthleteId[] = [];
    for (const { athleteId } of athletes) {
      const { efChart } = settled(await desk.client.running.guard({ athleteId }));
      if ((efChart?.runs.length ?? 0) > 1) charted.push(athleteId);
    }
    const [athleteId] = charted;
    if (athleteId === undefined) throw new Error('nobody of the sample has a chart');
    const before = dump(desk.databaseFile);
    settled(await desk.client.running.answerGuard({ athleteId, answer: { action: 'noted', note: 'Slept badly' } }));
    const noted = settled(await desk.client.running.guard({ athleteId }));
    expect(noted.notes).toMatchObject([{ on: TODAY, action: 'noted', note: 'Slept badly' }]);
    expect(noted.chartsSince).toBeUndefined();
    settled(await desk.client.running.answerGuard({ athleteId, answer: { action: 'eased', note: '' } }));
    const eased = settled(await desk.client.running.guard({ athleteId }));
    expect(eased.chartsSince).toBe(TODAY);
    expect(eased.efChart?.runs.every(({ on }) => on >= TODAY) ?? true).toBe(true);
    expect(eased.notes.map(({ action }) => action)).toEqual(['eased', 'noted']);
    settled(await desk.client.history.undo({}));
    settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)).toEqual(before);
  });

  test('nobody by that number', async () => {
    const desk = openDesk();
    const athleteId = 99 as AthleteId;
    expect(refusal(await desk.client.running.guard({ athleteId }))).toBe('AthleteNotFound');
    const answer = { action: 'noted' as const, note: 'x' };
    expect(refusal(await desk.client.running.answerGuard({ athleteId, answer }))).toBe('AthleteNotFound');
  });
});
