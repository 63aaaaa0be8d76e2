import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { z } from 'zod';
import { contract, type Contract } from '../contract/contract.ts';
import type { Client, InputOf, OutputOf } from '../contract/derive.ts';
import { errorText } from '../contract/errorText.ts';
import type { Operation } from '../contract/operation.ts';
import { MAX_FILE_BYTES, tooLarge } from '../domain/imports/fileKind.ts';
import type { Failure, WireFailure } from '../domain/kernel/failure.ts';
import type { AthleteId } from '../domain/kernel/ids.ts';
import type { Service } from '../service/service.ts';
import { uploadFile } from '../service/uploadFile.ts';
import { dateOption, numberOption, oneOf, WrongUsage, type Options } from './commandLine.ts';
import { backupVerbs } from './backupVerbs.ts';
import { leavingVerbs } from './leavingVerbs.ts';
import { Refusal, settled, type Printed, type Verb } from './printed.ts';

const sample: Verb = async ({ client }, _rest, options) => {
  const receipt = settled(
    await client.app.createSample({
      athletes: numberOption('athletes', options.athletes, 24),
      years: numberOption('years', options.years, 2),
      seed: numberOption('seed', options.seed, 1),
      today: dateOption('today', options.today),
    }),
  );
  return {
    json: receipt,
    text: `Made ${receipt.athletes} athletes with ${receipt.runs} runs, ${receipt.liftSessions} lifting sessions, ${receipt.sets} sets, ${receipt.races} races and ${receipt.programs} programs.`,
  };
};

const choicesOf = (options: Options) => ({
  massUnit: oneOf('mass-unit', options['mass-unit'], ['kg', 'lb']),
  distanceUnit: oneOf('distance-unit', options['distance-unit'], ['km', 'mi']),
  dateOrder: oneOf('date-order', options['date-order'], ['dmy', 'mdy', 'ymd']),
  timeZone: options['time-zone'],
});

/** The athlete of that name, or somebody new: an unknown name is created by the import, and goes when it is taken back. */
const targetNamed = async (client: Client<Contract>, name: string) => {
  const { athletes } = settled(await client.athletes.list({}));
  const known = athletes.find((athlete) => athlete.name.toLocaleLowerCase() === name.toLocaleLowerCase());
  return known === undefined
    ? { kind: 'newAthlete' as const, name }
    : { kind: 'athlete' as const, athleteId: known.athleteId };
};

const sendFile = async (service: Service, path: string): Promise<string> => {
  if (!existsSync(path) || !statSync(path).isFile()) throw new Refusal(`${path} is not a file that can be read.`);
  const { size } = statSync(path);
  if (size > MAX_FILE_BYTES) throw new Refusal(errorText({ tag: 'FileRefused', file: path, refusal: tooLarge(size) }));
  return uploadFile(service, path);
};

type Preview = InputOf<Contract['imports']['preview']>;
type FileReading = OutputOf<Contract['imports']['preview']>['files'][number];

/** A file with whose it is, as it says itself; a list of people is nobody's. Error of usage: it does not say it beyond doubt. */
const ownedFile = async (client: Client<Contract>, file: Preview['files'][number]): Promise<typeof file> => {
  const [reading] = settled(await client.imports.preview({ files: [file] })).files;
  if (reading === undefined || reading.athletes.added + reading.athletes.duplicate > 0) return file;
  const [said] = reading.owner?.isSure === true ? reading.owner.athletes : [];
  if (said !== undefined) return { ...file, target: { kind: 'athlete', athleteId: said.athleteId } };
  throw new WrongUsage(
    `import needs --athlete NAME: ${file.fileName} does not say whose it is (an unknown name is added to the roster)`,
  );
};

const fileLine = (reading: FileReading): string => {
  const { file, formatName, athlete, athletes, runs, sets, otherActivities, wellness, problemCount } = reading;
  const problems = `${problemCount} problems`;
  if (athletes.added + athletes.duplicate > 0) {
    return `${file}: ${formatName}: ${athletes.added} athletes added; ${athletes.duplicate} were there already; ${problems}`;
  }
  const there = runs.duplicate + sets.duplicate + otherActivities.duplicate + wellness.duplicate;
  const whose = athlete === '' ? '' : ` for ${athlete}`;
  return `${file}: ${formatName}${whose}: ${runs.added} runs, ${sets.added} sets, ${otherActivities.added} other activities and ${wellness.added} measurements added; ${there} were there already; ${problems}`;
};

const importFiles: Verb = async ({ client, service }, rest, options) => {
  if (rest.length === 0) throw new WrongUsage('import needs at least one file');
  const [name] = options.athlete ?? [];
  const target = name === undefined ? undefined : await targetNamed(client, name);
  const choices = choicesOf(options);
  const files = [];
  for (const path of rest) {
    const folder = basename(dirname(resolve(path)));
    const file = { token: await sendFile(service, path), fileName: basename(path), folder, target, choices };
    files.push(name === undefined && options['dry-run'] !== true ? await ownedFile(client, file) : file);
  }
  const outcome =
    options['dry-run'] === true
      ? settled(await client.imports.preview({ files }))
      : settled(await client.imports.commit({ files, exercises: [], strict: options.strict === true }));
  const lines = outcome.files.map(fileLine);
  const refused = outcome.refused.map(({ file, refusal }) => errorText({ tag: 'FileRefused', file, refusal }));
  return {
    json: outcome,
    text: [...lines, ...refused].join('\n'),
    ...(refused.length > 0 ? { exitCode: 1, errors: refused } : {}),
  };
};

export const athleteNamed = async (client: Client<Contract>, name: string): Promise<AthleteId> =>
  settled(await client.athletes.find({ name })).athleteId;

const stats: Verb = async ({ client }, _rest, options) => {
  const [name] = options.athlete ?? [];
  if (name === undefined) throw new WrongUsage('stats needs --athlete NAME');
  const found = settled(await client.analysis.stats({ athleteId: await athleteNamed(client, name) }));
  const { athlete: _athlete, ...figures } = found;
  const heaviest = found.heaviestSet;
  return {
    json: figures,
    text: `${found.athlete}: ${found.runs} runs, ${(found.distanceM / 1000).toFixed(3)} km; ${found.sets} sets, ${found.tonnageKg} kg lifted; ${found.firstDate ?? '–'} to ${found.lastDate ?? '–'}${
      heaviest === undefined
        ? ''
        : `; heaviest ${heaviest.exercise} ${heaviest.loadKg} kg × ${heaviest.reps} on ${heaviest.date}`
    }`,
  };
};

type Findings = Awaited<ReturnType<typeof templateFindings>>;

const findingLine = ({ severity, week, alsoWeeks, session, label, reason, rule }: Findings[number]): string => {
  const weeks = week === undefined ? [] : [`week ${[week, ...alsoWeeks].join(', ')}`];
  const place = [...weeks, ...(session === undefined ? [] : [session]), ...(label === undefined ? [] : [label])];
  return `  ${severity.padEnd(7)}  ${[...place, reason].join(': ')} (${rule})`;
};

const findingsText = (whose: string, findings: Findings): string =>
  [`${whose}: ${findings.length === 0 ? 'nothing to remark' : ''}`.trimEnd(), ...findings.map(findingLine)].join('\n');

const templateFindings = async (client: Client<Contract>, templateKey: string) =>
  settled(await client.programs.checkTemplate({ templateKey })).findings;

const check: Verb = async ({ client }, _rest, options) => {
  const { template, athlete: names } = options;
  if (template !== undefined && names !== undefined) throw new WrongUsage('check takes --athlete or --template');
  if (template !== undefined) {
    const findings = await templateFindings(client, template);
    return { json: { templateKey: template, findings }, text: findingsText(template, findings) };
  }
  const athleteIds: AthleteId[] = [];
  for (const name of names ?? []) athleteIds.push(await athleteNamed(client, name));
  const { athletes } = settled(await client.athletes.list({}));
  const programs = [];
  const wanted = athletes.filter(({ athleteId, isArchived }) =>
    names === undefined ? !isArchived : athleteIds.includes(athleteId),
  );
  for (const { athleteId, name } of wanted) {
    const { checked } = settled(await client.programs.check({ athleteId }));
    programs.push(...checked.map((one) => ({ athlete: name, ...one })));
  }
  return {
    json: { programs },
    text:
      programs.map((one) => findingsText(`${one.athlete}, ${one.name}`, one.findings)).join('\n') ||
      'Nobody has a program now.',
  };
};

const undo: Verb = async ({ client }) => {
  const done = settled(await client.history.undo({}));
  return { json: done, text: `Undone: ${done.label}${done.kept > 0 ? ` (${done.kept} edited since were kept)` : ''}` };
};

const redo: Verb = async ({ client }) => {
  const done = settled(await client.history.redo({}));
  return { json: done, text: `Done again: ${done.label}` };
};

const history: Verb = async ({ client }) => {
  const { steps } = settled(await client.history.list({ limit: 200 }));
  return {
    json: { steps },
    text:
      steps.map(({ at, label, isUndone }) => `${at}  ${isUndone ? '(undone) ' : ''}${label}`).join('\n') ||
      'Nothing yet.',
  };
};

const verify: Verb = async ({ client }) => {
  const found = settled(await client.app.verify({}));
  const text = found.checks
    .map(({ ok, name, detail, advice }) => {
      const found = `${ok ? 'sound' : 'WRONG'}  ${name}: ${detail}`;
      return advice === undefined ? found : `${found}\n       What to do: ${advice}`;
    })
    .join('\n');
  return { json: found, text, ...(found.ok ? {} : { exitCode: 1, errors: ['The database is not as it should be.'] }) };
};

const schemaOf = (schema: z.ZodType): unknown => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

const everyOperation = (): [string, Operation][] =>
  Object.entries(contract).flatMap(([group, operations]) =>
    Object.entries(operations).map(([name, operation]): [string, Operation] => [`${group}.${name}`, operation]),
  );

/** Needs no database: the contract is the same for everyone. */
export const operations = (): Printed => {
  const listed = everyOperation().map(([name, operation]) => ({
    name,
    kind: operation.kind,
    input: schemaOf(operation.input),
    output: schemaOf(operation.output),
    errors: operation.errors,
  }));
  return { json: { operations: listed }, text: listed.map(({ name, kind }) => `${kind.padEnd(8)} ${name}`).join('\n') };
};

const call: Verb = async ({ service }, rest) => {
  const [operation, given] = rest;
  if (operation === undefined) throw new WrongUsage('call needs an operation, for example: call athletes.list "{}"');
  const text = given === '-' ? readFileSync(0, 'utf8') : (given ?? '{}');
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (cause) {
    throw new WrongUsage(`the input of ${operation} is not JSON: ${cause instanceof Error ? cause.message : ''}`);
  }
  const reply = z
    .discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), value: z.unknown() }),
      z.object({ ok: z.literal(false), error: z.custom<Failure | WireFailure>() }),
    ])
    .parse(JSON.parse(await service.request(JSON.stringify({ operation, input }))));
  if (!reply.ok) throw new Refusal(errorText(reply.error), reply.error);
  return { json: reply.value, text: JSON.stringify(reply.value, null, 2) };
};

export const verbs: Readonly<Record<string, Verb>> = {
  sample,
  import: importFiles,
  stats,
  check,
  undo,
  redo,
  history,
  verify,
  ...backupVerbs,
  ...leavingVerbs,
  call,
};
