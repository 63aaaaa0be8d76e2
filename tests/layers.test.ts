import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ownFolder } from './service/openDesk.ts';

const projectFolder = fileURLToPath(new URL('..', import.meta.url));
const LAYERS = ['src/domain', 'src/contract', 'src/service', 'src/browser', 'src/cli', 'src/renderer', 'electron'];

/** The rules of this project, and nothing in it but the violations planted for them to find. */
const plantedProject = (): string => {
  const folder = ownFolder();
  cpSync(join(projectFolder, 'tests', 'fixtures', 'planted'), folder, { recursive: true });
  for (const file of ['.oxlintrc.json', 'src/tsconfig.base.json', ...LAYERS.map((layer) => `${layer}/tsconfig.json`)]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(projectFolder, file), join(folder, file));
  }
  // Link by link: what the compiler remembers of these files must not land in the project's own cache.
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(projectFolder, 'node_modules'))) {
    if (name !== '.cache') symlinkSync(join(projectFolder, 'node_modules', name), join(folder, 'node_modules', name));
  }
  return folder;
};

const tool = (folder: string, path: string, ...words: string[]): string => {
  const { stdout, stderr } = spawnSync(process.execPath, [join(projectFolder, 'node_modules', path), ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  return stdout + stderr;
};

interface Finding {
  readonly filename: string;
  readonly message: string;
  readonly help?: string;
}

const folderWithFindings = (() => {
  let findings: readonly Finding[] | undefined;
  return (): readonly Finding[] => {
    const report = (): readonly Finding[] =>
      (JSON.parse(tool(plantedProject(), 'oxlint/bin/oxlint', '--format', 'json')) as { diagnostics: Finding[] })
        .diagnostics;
    return (findings ??= report());
  };
})();

const said = (file: string): string =>
  folderWithFindings()
    .filter(({ filename }) => filename.replaceAll('\\', '/').endsWith(file))
    .map(({ message, help = '' }) => `${message} ${help}`)
    .join('\n');

describe('a layer that reaches where it must not is told so, and told what to do instead', () => {
  test.each([
    ['src/domain/planted.ts', 'The domain does no I/O: hand it text or bytes.'],
    ['src/domain/planted.ts', 'SQL lives in the stores of src/service.'],
    ['src/domain/planted.ts', 'Schemas live in src/contract; the domain has plain types.'],
    ['src/domain/planted.ts', 'React lives in src/renderer.'],
    ['src/domain/planted.ts', 'Electron lives in electron/ only.'],
    ['src/domain/planted.ts', 'The domain imports only itself'],
    ['src/domain/planted.ts', 'take a PlainDate or an Instant'],
    ['src/domain/planted.ts', 'Chance is passed in'],
    ['src/domain/planted.ts', 'timers belong to a shell'],
    ['src/contract/planted.ts', 'The contract runs anywhere: no Node in it.'],
    ['src/contract/planted.ts', 'SQL lives in the stores of src/service.'],
    ['src/contract/planted.ts', 'Electron lives in electron/ only.'],
    ['src/contract/planted.ts', 'React lives in src/renderer.'],
    ['src/contract/planted.ts', 'The contract does not know who implements or calls it.'],
    ['src/service/planted.ts', 'HTTP belongs to src/browser.'],
    ['src/service/planted.ts', 'better-sqlite3 is opened in src/service/db only'],
    ['src/service/planted.ts', 'Electron lives in electron/ only.'],
    ['src/service/planted.ts', 'React lives in src/renderer.'],
    ['src/service/planted.ts', 'The service does not know its shells.'],
    ['src/browser/planted.ts', 'Shells open a database through src/service.'],
    ['src/browser/planted.ts', 'Electron lives in electron/ only.'],
    ['src/browser/planted.ts', 'A shell serves the built renderer; it does not import it.'],
    ['src/cli/planted.ts', 'Shells open a database through src/service.'],
    ['src/renderer/planted.ts', 'The renderer has no Node'],
    ['src/renderer/planted.ts', 'The renderer does not know its host'],
    ['src/renderer/planted.ts', 'SQL lives in the stores of src/service.'],
    ['src/renderer/planted.ts', 'The renderer knows the contract and the domain only.'],
    ['src/renderer/roster/planted.tsx', 'recharts lives in src/renderer/charts.'],
    ['src/renderer/roster/planted.tsx', 'Screens do not visit each other'],
    ['src/renderer/charts/planted.tsx', 'The renderer knows the contract and the domain only.'],
    ['electron/planted.ts', 'Shells open a database through src/service.'],
    ['electron/planted.ts', 'Shells do not visit each other.'],
    ['electron/planted.ts', 'A shell loads the built renderer; it does not import it.'],
  ])('%s: %s', (file, sentence) => {
    expect(said(file)).toContain(sentence);
  });

  test('charts may use recharts, and nothing else is said about that', () => {
    expect(said('src/renderer/charts/planted.tsx')).not.toContain('recharts lives');
  });

  test('nothing is exported without a name', () => {
    expect(said('src/renderer/charts/planted.tsx')).toContain('default');
  });
});

/** The real layers with one planted file more: whatever their imports bring along is there too. */
const realProjectWith = (layer: string): string => {
  const folder = plantedProject();
  for (const part of ['src/domain', 'src/contract', 'src/renderer']) {
    rmSync(join(folder, part), { recursive: true });
    cpSync(join(projectFolder, part), join(folder, part), { recursive: true });
  }
  cpSync(join(projectFolder, 'tests', 'fixtures', 'planted', layer, 'globals.ts'), join(folder, layer, 'globals.ts'));
  return folder;
};

describe('a global that a layer does not have does not exist for it', () => {
  test.each([
    ['src/domain', ["Cannot find name 'document'", "Cannot find name 'process'"]],
    ['src/renderer', ["Cannot find name 'process'"]],
  ])('%s', (layer, unknown) => {
    const errors = tool(realProjectWith(layer), 'typescript/bin/tsc', '-b', layer)
      .split('\n')
      .filter((line) => line.includes(`${layer}/globals.ts`));
    expect(errors.map((line) => /Cannot find name '\w+'/.exec(line)?.[0] ?? line)).toEqual(unknown);
  });
});
