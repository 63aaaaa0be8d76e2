import { parseArgs } from 'node:util';
import { torture } from './torture.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const { notes, during, ...figures } = await torture({
  rounds,
  seed: Number(values.seed),
  onRound: (done) => {
    if (!values.json && done % 20 === 0) console.log(`${done} of ${rounds} rounds`);
    return undefined;
  },
});
if (values.json) console.log(JSON.stringify(figures));
else {
  console.log(
    `${figures.rounds} rounds, ${figures.kills} kills, ${figures.acknowledged} things acknowledged: ${figures.lost} lost, ${figures.corrupt} corrupt, ${figures.undoBroken} undo broken`,
  );
  const inOrder = Object.entries(during).toSorted(([, a], [, b]) => b - a);
  console.log(`killed during ${inOrder.map(([what, times]) => `${what} ${times}`).join(', ')}`);
}
for (const note of notes.slice(0, 20)) console.error(note);
if (figures.lost + figures.corrupt + figures.undoBroken > 0) process.exitCode = 1;
