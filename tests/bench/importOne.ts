import { join } from 'node:path';
import { createClient } from '../../src/contract/client.ts';
import { contract } from '../../src/contract/contract.ts';
import { errorText } from '../../src/contract/errorText.ts';
import { uploadFile } from '../../src/service/uploadFile.ts';
import { openForBench } from './openForBench.ts';

/**
 * Previews and imports one file into a fresh database, in a process of its own, so that the memory it takes is its own; prints
 * what came of it. `node importOne.ts FOLDER FILE`
 */
const [folder = '.', path = ''] = process.argv.slice(2);

const service = openForBench(join(folder, 'one.db'));
const client = createClient(contract, service);
const began = performance.now();
const token = await uploadFile(service, path);
const file = { token, fileName: 'one.csv', choices: {}, target: { kind: 'newAthlete' as const, name: 'Zoe Bench' } };

const outcome = async (): Promise<string> => {
  const preview = await client.imports.preview({ files: [file] });
  if (!preview.ok) return errorText(preview.error);
  const reply = await client.imports.commit({ files: [file], exercises: [], strict: false });
  if (!reply.ok) return errorText(reply.error);
  const [read] = reply.value.files;
  if (read === undefined) return 'nothing';
  const { rows, sets, problemCount, problems } = read;
  const [first] = problems;
  const wrong =
    first === undefined ? '' : `, ${problemCount} not taken as they stand: line ${first.line}, ${first.expected}`;
  return `${sets.added.toLocaleString('en')} sets of ${rows.toLocaleString('en')} rows${wrong}`;
};

const what = await outcome();
const tookS = (performance.now() - began) / 1000;
await service.close();
console.log(JSON.stringify({ what, tookS, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) }));
