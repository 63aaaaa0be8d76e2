import { parseArgs } from 'node:util';
import { fuzzContract } from './contractFuzz.ts';
import { fuzzImports, seedFiles } from './importFuzz.ts';

const { values } = parseArgs({
  options: {
    /** So many questions to the contract, and so many files to the importers. */
    rounds: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const [rounds, seed] = [Number(values.rounds), Number(values.seed)];
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed)) {
  console.error('Usage: npm run -s fuzz -- [--rounds N] [--seed N] [--json]');
  process.exit(2);
}

const contract = await fuzzContract(rounds, seed);
const imports = fuzzImports(rounds, seed, seedFiles(true));
const found = {
  crashes: [...contract.crashes, ...imports.crashes],
  defects: [...contract.defects, ...imports.faults],
  partialWrites: contract.partialWrites,
  hangs: [...contract.hangs, ...imports.hangs],
};
const report = {
  inputs: contract.inputs + imports.inputs,
  operations: contract.operations,
  crashes: found.crashes.length,
  defects: found.defects.length,
  partialWrites: found.partialWrites.length,
  hangs: found.hangs.length,
  contract: {
    inputs: contract.inputs,
    understood: contract.understood,
    answered: contract.answered,
    operationsAnswered: contract.reached.length,
  },
  imports: { inputs: imports.inputs, read: imports.read, refused: imports.refused },
  found: Object.values(found).flat(),
};

if (values.json) console.log(JSON.stringify(report));
else {
  const { operations, contract: asked, imports: files } = report;
  console.log(
    `${asked.inputs} questions to ${operations} operations: ${asked.understood} understood, ${asked.answered} answered`,
  );
  console.log(`${files.inputs} files: ${files.read} read, ${files.refused} refused in words`);
  for (const [name, list] of Object.entries(found))
    console.log(`${name}: ${list.length}${list.length === 0 ? '' : `\n  ${list.slice(0, 20).join('\n  ')}`}`);
}
if (report.found.length > 0) process.exitCode = 1;
