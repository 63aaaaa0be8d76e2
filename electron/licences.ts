import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Plugin } from 'vite';

const manifest = z.object({ name: z.string(), version: z.string(), license: z.string().optional() });

export interface Licence {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

/** The folder of the package that a module belongs to; nothing for our own. */
const packageFolder = (moduleId: string): string | undefined =>
  /^\0?(?<folder>.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(moduleId)?.groups?.['folder'];

const licenceText = (folder: string): string => {
  const name = readdirSync(folder).find((file) => /^(?:licen[cs]e|copying)/iu.test(file));
  return name === undefined ? '' : readFileSync(join(folder, name), 'utf8').trim();
};

const licenceOf = (folder: string): Licence | undefined => {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return undefined;
  const { name, version, license } = manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
  const licence = license ?? 'unknown';
  const text = licenceText(folder);
  return { name, version, licence, text: text === '' ? `${name} is published under the licence ${licence}.` : text };
};

/** What stays outside of the bundles and is packed as it is. */
const UNBUNDLED = ['better-sqlite3'];

/**
 * Writes down whose works end up in the program. Main process, preload and page are built one after another, by plugins that share
 * what they have found; the page, built last, gets the list beside it. What nothing is taken from is not in it.
 */
export const licencesPlugin = (): ((place: { readonly writes: boolean }) => Plugin) => {
  const folders = new Set<string>();
  const { resolve } = createRequire(import.meta.url);
  return ({ writes }) => ({
    name: 'licences',
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type !== 'chunk') continue;
        for (const id of [...Object.keys(part.modules), ...part.moduleIds]) {
          const folder = packageFolder(id);
          if (folder !== undefined) folders.add(folder);
        }
      }
      // Styles and the fonts that they name are in no chunk by the time that this is asked.
      for (const id of this.getModuleIds()) {
        const folder = id.includes('.css') ? packageFolder(id) : undefined;
        if (folder !== undefined) folders.add(folder);
      }
      if (!writes) return;
      for (const name of UNBUNDLED) folders.add(dirname(resolve(`${name}/package.json`)));
      const licences = [...folders].flatMap((folder) => licenceOf(folder) ?? []);
      const byName = new Map(licences.map((one) => [one.name, one]));
      const sorted = [...byName.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
      this.emitFile({ type: 'asset', fileName: 'licences.json', source: JSON.stringify(sorted) });
    },
  });
};
