import { rendererFile } from '../service/pages.ts';

export interface Page {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

const ALWAYS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

export const refusedPage = (why: string): Page => ({
  status: 403,
  headers: { ...ALWAYS, 'Content-Type': 'text/plain; charset=utf-8' },
  body: `Refused: ${why}. Open Ironstride again with "npm start".\n`,
});

export const notFound: Page = {
  status: 404,
  headers: { ...ALWAYS, 'Content-Type': 'text/plain; charset=utf-8' },
  body: 'There is no such page.\n',
};

/** A file of the built renderer over HTTP. */
export const rendererPage = async (folder: string, path: string): Promise<Page> => {
  const file = await rendererFile(folder, path);
  return file === undefined ? notFound : { status: 200, headers: { ...ALWAYS, ...file.headers }, body: file.body };
};
