import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PeerFailed, startProgram, type PeerProgram } from './peerProgram.ts';
import { untilAtRest } from './untilAtRest.ts';

export const GOLDEN_CHEETAH_NEEDS = [
  { program: 'GoldenCheetah', debianPackage: 'goldencheetah' },
  { program: 'Xvfb', debianPackage: 'xvfb' },
  { program: 'xdotool', debianPackage: 'xdotool' },
];

const PATIENCE_MS = 120_000;
const LOOK_AGAIN_MS = 50;

/** A home of its own and a display that nobody sees. */
export interface HiddenDesktop {
  readonly env: NodeJS.ProcessEnv;
  readonly close: () => Promise<void>;
}

export const openHiddenDesktop = async (folder: string): Promise<HiddenDesktop> => {
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const screen = startProgram({
    program: 'Xvfb',
    args: ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'],
    hasChannel: true,
  });
  const display = await numberTold(screen);
  const env = {
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_DATA_HOME: join(home, '.local'),
    XDG_RUNTIME_DIR: home,
    DISPLAY: `:${display}`,
    QT_QPA_PLATFORM: 'xcb',
  };
  return { env, close: screen.end };
};

const numberTold = async ({ told, ended }: PeerProgram): Promise<string> => {
  if (told === undefined) throw new PeerFailed('the virtual display says nothing');
  const number = await Promise.race([once(told, 'data').then(String), ended.then(() => undefined)]);
  if (number === undefined) throw new PeerFailed('the virtual display ended at once');
  return number.trim();
};

/** The number by which GoldenCheetah knows its own versions: `GoldenCheetah V3.5 (3990)`. */
export const goldenCheetahVersion = ({ env }: HiddenDesktop): string => {
  const { stdout, stderr } = spawnSync('GoldenCheetah', ['--version'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: PATIENCE_MS,
  });
  const version = /\((\d+)\)/u.exec(stdout + stderr)?.[1];
  if (version === undefined) throw new PeerFailed('it does not tell its version');
  return version;
};

const windowsNamed = (pattern: string, env: NodeJS.ProcessEnv): string =>
  spawnSync('xdotool', ['search', '--onlyvisible', '--name', pattern, 'getwindowname', '%@'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  }).stdout.trim();

/** Milliseconds from the start of the process. */
export interface GoldenCheetahStart {
  readonly window: number;
  readonly rest: number;
}

const untilWindow = async (athlete: string, env: NodeJS.ProcessEnv): Promise<void> => {
  const began = performance.now();
  while (windowsNamed(`^${athlete}$`, env) === '') {
    if (performance.now() - began > PATIENCE_MS) {
      const others = windowsNamed('.+', env).replaceAll('\n', ', ');
      throw new PeerFailed(`its window did not come within ${PATIENCE_MS / 1000} s; seen instead: ${others || 'none'}`);
    }
    await new Promise((done) => setTimeout(done, LOOK_AGAIN_MS));
  }
};

/** From nothing to the window with the athlete, and until it has come to rest. */
export const startGoldenCheetah = async (
  { env }: HiddenDesktop,
  library: string,
  athlete: string,
): Promise<GoldenCheetahStart> => {
  const began = performance.now();
  const program = startProgram({ program: 'GoldenCheetah', args: [library, athlete], env });
  try {
    await untilWindow(athlete, env);
    const window = performance.now() - began;
    return { window, rest: (await untilAtRest(PATIENCE_MS)) - began };
  } finally {
    await program.end();
  }
};
