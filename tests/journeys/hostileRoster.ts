import type { Contract } from '../../src/contract/contract.ts';
import type { Client, InputOf } from '../../src/contract/derive.ts';
import type { AthleteId } from '../../src/domain/kernel/ids.ts';
import type { PlainDate, Weekday } from '../../src/domain/kernel/plainDate.ts';
import { standardGym } from '../../src/domain/athletes/athlete.ts';
import { detailsOf, ownExerciseOf, settled } from '../service/openDesk.ts';

type Details = InputOf<Contract['athletes']['add']>['details'];
type Row = { readonly label: string; readonly exerciseKey: string; readonly cell: string; readonly isMain?: boolean };

const MONDAY = '2026-11-23' as PlainDate;
const WEEKS = 8;

/** As long as a name may be, without a place to break it. */
const LONGEST_WORD = `Wolfeschlegelsteinhausenbergerdorff${'-Welche'.repeat(12)}`.slice(0, 119);

/** As long as a name may be, in words. */
const LONGEST_WORDS =
  'Maria da Conceição Gonçalves de Vasconcelos e Sousa Albuquerque Mascarenhas do Rosário Sacramento Bittencourt Montenegro'.slice(
    0,
    120,
  );

const poundGym = (): Details['gym'] => ({
  ...standardGym('lb'),
  plates: standardGym('lb').plates.map((plate) => ({ ...plate })),
  equipment: [...standardGym('lb').equipment],
});

/** Twelve exercises of nine sets, in supersets, with everything that can stand in a cell. */
const TWELVE: readonly Row[] = [
  { label: 'A1', exerciseKey: 'sq_back', cell: "9x3 225lb cap8.5 r3'", isMain: true },
  { label: 'A2', exerciseKey: 'hi_rdl_bb', cell: '9x5 185lb "flat back, all the way down and up again"', isMain: true },
  { label: 'A3', exerciseKey: 'cf_raise_1', cell: '9x12' },
  { label: 'B1', exerciseKey: 'lu_bss', cell: '9x8 45lb' },
  { label: 'B2', exerciseKey: 'pu_full', cell: '9x10' },
  { label: 'C1', exerciseKey: 'sq_front', cell: '9x3 155lb' },
  { label: 'C2', exerciseKey: 'hi_trap', cell: '9x4 275lb' },
  { label: 'D1', exerciseKey: 'tr_plank', cell: '9x30s' },
  { label: 'D2', exerciseKey: 'tr_side', cell: '9x30s' },
  { label: 'E1', exerciseKey: 'sq_goblet', cell: '9x8 50lb' },
  { label: 'E2', exerciseKey: 'hi_slrdl_db', cell: '9x8 35lb' },
  { label: 'F1', exerciseKey: 'cf_soleus_bw', cell: '9x15' },
];

const USUAL: readonly Row[] = [
  { label: 'A1', exerciseKey: 'sq_back', cell: '3x5 80kg', isMain: true },
  { label: 'B1', exerciseKey: 'hi_rdl_bb', cell: '1x3 100kg, 3x6 82.5kg', isMain: true },
  { label: 'C1', exerciseKey: 'tr_plank', cell: '3x30s' },
];

const write = async (
  client: Client<Contract>,
  athleteId: AthleteId,
  name: string,
  sessions: readonly { readonly name: string; readonly weekday: Weekday; readonly rows: readonly Row[] }[],
): Promise<void> => {
  const { programId } = settled(await client.programs.create({ athleteId, name, startsOn: MONDAY, weeks: WEEKS }));
  const { open } = settled(await client.programs.grid({ athleteId, programId }));
  settled(
    await client.programs.edit({
      programId,
      revision: open?.revision ?? 1,
      edits: [
        {
          kind: 'replace',
          name,
          blocks: [
            {
              name: 'Build',
              goal: 'Heavy, twice a week, without tiring the legs for Sunday',
              weekKinds: ['start', 'build', 'build', 'deload', 'build', 'build', 'build', 'deload'],
              sessions: sessions.map((session) => ({
                name: session.name,
                weekday: session.weekday,
                minutes: 60,
                rows: session.rows.map(({ label, exerciseKey, cell, isMain = false }) => ({
                  label,
                  exerciseKey,
                  role: isMain ? ('main' as const) : ('assistance' as const),
                  cells: Array.from({ length: WEEKS }, () => cell),
                })),
              })),
            },
          ],
        },
      ],
    }),
  );
};

export interface Hostile {
  readonly twelve: AthleteId;
  readonly two: AthleteId;
  readonly nothing: AthleteId;
  /** The longest word, whose sheets are in German. */
  readonly word: AthleteId;
}

/** Everything that has broken a printed sheet somewhere: names, sets, units, scripts, programs. */
export const hostileRoster = async (client: Client<Contract>): Promise<Hostile> => {
  const known = new Set(settled(await client.exercises.list({})).exercises.map(({ key }) => key));
  const rowsOf = (rows: readonly Row[]): readonly Row[] => {
    const missing = rows.filter(({ exerciseKey }) => !known.has(exerciseKey));
    if (missing.length > 0) throw new Error(`the library has no ${missing.map((row) => row.exerciseKey).join(', ')}`);
    return rows;
  };
  const add = async (name: string, more: Partial<Details> = {}): Promise<AthleteId> =>
    settled(await client.athletes.add({ details: { ...detailsOf(name), ...more } })).athleteId;
  const two = { name: 'Session A', weekday: 2 as Weekday, rows: rowsOf(USUAL) };
  const settings = settled(await client.app.describe({})).settings;
  settled(
    await client.app.saveSettings({
      ...settings,
      coachName: 'Bartholomew Featherstonehaugh-Cholmondeley',
      coachPhone: '+44 20 7946 0958 ext. 1234',
    }),
  );
  const word = await add(LONGEST_WORD, { language: 'de' });
  const words = await add(LONGEST_WORDS, {
    language: 'fr',
    massUnit: 'lb',
    distanceUnit: 'mi',
    groups: ['Harriers', 'Masters over sixty'],
  });
  const twelve = await add('Dozen Nine', { massUnit: 'lb', distanceUnit: 'mi', gym: poundGym() });
  const arabic = await add('عبد الرحمن بن خالد الأنصاري', { language: 'es' });
  const cjk = await add('长谷川 美咲子', { language: 'pt' });
  const both = await add('Two Programs');
  const nothing = await add('No Program');
  for (const athleteId of [word, words, arabic, cjk]) await write(client, athleteId, 'Plan', [two]);
  await write(client, twelve, 'A plan with a rather long name, too', [
    { name: 'Session A', weekday: 2, rows: rowsOf(TWELVE) },
  ]);
  await write(client, both, 'Plan', [two]);
  await write(client, both, 'Plan beside it', [
    {
      name: 'Session J',
      weekday: 2,
      rows: rowsOf([{ label: 'A1', exerciseKey: 'tr_plank', cell: '4x20s', isMain: true }]),
    },
  ]);
  settled(
    await client.races.add({
      athleteId: words,
      race: {
        name: 'The Great Northern Cross-country and Half Marathon',
        racedOn: '2026-12-20' as PlainDate,
        priority: 'A',
      },
    }),
  );
  return { word, twelve, two: both, nothing };
};

/** Names that are markup, script or a formula, wherever somebody forgets what a text is. All would set `window.broken`. */
export const MARKUP = [
  '<img src=x onerror="window.broken=1">',
  '"><svg onload=window.broken=2>',
  '<script>window.broken=3</script>',
  '<a href="javascript:window.broken=4">press</a>',
  "{{constructor.constructor('window.broken=5')()}}",
  '<iframe srcdoc="<script>parent.broken=6</script>">',
  '</title></style><style>*{display:none}</style>',
  "=cmd|'/c calc'!A1",
] as const;

/** A roster on which every text that somebody can write is markup. */
export const markupRoster = async (client: Client<Contract>): Promise<readonly AthleteId[]> => {
  const [image, vector, script, link, template] = MARKUP;
  const { settings } = settled(await client.app.describe({}));
  settled(await client.app.saveSettings({ ...settings, coachName: image, coachPhone: vector }));
  const { exerciseKey } = settled(
    await client.exercises.addOwn({ exercise: { ...ownExerciseOf(script), cues: [image] } }),
  );
  const sessions = [
    {
      name: link,
      weekday: 2 as Weekday,
      rows: [
        { label: 'A1', exerciseKey: 'sq_back', cell: `3x5 80kg "${image.replaceAll('"', '')}"`, isMain: true },
        { label: 'B1', exerciseKey, cell: '3x8 20kg' },
      ],
    },
  ];
  const athleteIds: AthleteId[] = [];
  for (const name of MARKUP) {
    const details = { ...detailsOf(name), groups: [image, vector], tags: [script], notes: `${script} ${link}` };
    const { athleteId } = settled(await client.athletes.add({ details }));
    athleteIds.push(athleteId);
    await write(client, athleteId, name.slice(0, 60), sessions);
    const race = { name: image, racedOn: '2026-12-20' as PlainDate, priority: 'A' as const };
    settled(await client.races.add({ athleteId, race }));
    const away = {
      kind: 'travel',
      from: '2026-12-07' as PlainDate,
      to: '2026-12-09' as PlainDate,
      note: template,
    } as const;
    settled(await client.calendar.setAway({ athleteIds: [athleteId], away }));
    const run = { kind: 'easy', timeOfDay: 'pm', distanceM: 8000, durationS: 2700, title: vector } as const;
    settled(await client.calendar.planRuns({ athleteId, days: [{ on: '2026-11-25' as PlainDate, runs: [run] }] }));
    const result = { title: link, notes: image, sets: [{ exerciseKey, reps: 3, loadKg: 80, rpe: 8 }] };
    settled(await client.log.recordSession({ athleteId, on: '2026-11-21' as PlainDate, result }));
  }
  const [programOwner] = athleteIds;
  if (programOwner === undefined) throw new Error('nobody was added');
  const { open } = settled(await client.programs.grid({ athleteId: programOwner }));
  if (open === undefined) throw new Error('no program');
  settled(await client.templates.create({ name: image, from: { kind: 'program', programId: open.programId } }));
  return athleteIds;
};
