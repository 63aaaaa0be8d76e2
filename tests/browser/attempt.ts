import { afterAll } from 'vitest';
import { settled } from '../service/openDesk.ts';
import { ADD_MALLORY, letter, say, SECRET, statusOf, type Besieged } from './rawServer.ts';

const figures = new Map<string, { tried: number; refused: number }>();

/** Says at the end how many attacks of each kind there were. */
export const tellFigures = (): void => {
  afterAll(() => {
    const all = [...figures.values()];
    const sum = (of: 'tried' | 'refused'): number => all.reduce((total, one) => total + one[of], 0);
    for (const [kind, { tried, refused }] of figures) console.log(`  ${kind}: ${refused} of ${tried} refused`);
    console.log(`attacks on the window's server: ${sum('tried')} tried, ${sum('refused')} refused`);
  });
};

/** What went wrong, or nothing: no page, no data, no door opened to other sites, and nothing done. */
const harmOf = async (of: Besieged, answer: string): Promise<string | undefined> => {
  const status = statusOf(answer);
  if (status >= 100 && status < 400) return `answered ${status}`;
  if (/[\r\n]HTTP\/1\.1 [123]/u.test(answer)) return 'a second answer';
  if (answer.includes(SECRET) || answer.includes('Ann Private')) return 'a secret';
  if (/access-control-/iu.test(answer)) return 'a door for other sites';
  if (/set-cookie/iu.test(answer)) return 'a cookie';
  const { athletes } = settled(await of.desk.client.athletes.list({}));
  return athletes.length === 1 ? undefined : `${athletes.length} athletes`;
};

/** Tries one attack; says what it did when it did something. */
export const attempt = async (kind: string, of: Besieged, name: string, answer: string): Promise<string[]> => {
  const count = figures.get(kind) ?? { tried: 0, refused: 0 };
  figures.set(kind, count);
  count.tried += 1;
  const harm = await harmOf(of, answer);
  if (harm === undefined) count.refused += 1;
  return harm === undefined ? [] : [`${name}: ${harm}`];
};

export type Headings = Readonly<Record<string, string | readonly string[]>>;

/** Every door, with the coach's own cookie: what a browser would send for a page that is not ours. */
export const DOORS = [
  ['POST', '/wire', ADD_MALLORY],
  ['POST', '/upload', 'bytes'],
  ['POST', '/show-again', ''],
  ['GET', '/', undefined],
  ['GET', '/index.html', undefined],
  ['GET', '/events', undefined],
] as const;

export const atEveryDoor = async (kind: string, of: Besieged, name: string, headings: Headings): Promise<string[]> => {
  const harms = [];
  for (const [method, path, body] of DOORS) {
    const asked = { Host: of.address, Cookie: of.cookie, ...headings };
    harms.push(
      ...(await attempt(kind, of, `${name} at ${path}`, await say(of.port, letter(method, path, asked, body)))),
    );
  }
  return harms;
};
