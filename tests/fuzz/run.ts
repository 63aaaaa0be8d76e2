import { parseArgs } from 'node:util';
import { fuzzImports, seedFiles } from './importFuzz.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const report = fuzzImports(Number(values.rounds), Number(values.seed), seedFiles(true));
if (values.json) console.log(JSON.stringify(report));
else {
  console.log(`${report.inputs} files: ${report.read} read, ${report.refused} refused in words`);
  for (const [name, list] of Object.entries({ crashes: report.crashes, faults: report.faults, hangs: report.hangs }))
    console.log(`${name}: ${list.length}${list.length === 0 ? '' : `\n  ${list.slice(0, 20).join('\n  ')}`}`);
}
if (report.crashes.length + report.faults.length + report.hangs.length > 0) process.exitCode = 1;
