import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

export interface Page {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
};

/** Nothing from anywhere but here, no inline script, no inline style but those that bear this page's nonce. */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

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

/** A file of the built renderer. Paths that would leave its folder are not looked up. */
export const rendererPage = async (folder: string, path: string): Promise<Page> => {
  const file = normalize(join(folder, path === '/' ? 'index.html' : decodeURIComponent(path)));
  if (!file.startsWith(folder + sep)) return notFound;
  const type = TYPES[extname(file)];
  if (type === undefined) return notFound;
  try {
    const body = await readFile(file);
    const nonce = randomBytes(16).toString('base64');
    const isHtml = extname(file) === '.html';
    return {
      status: 200,
      headers: { ...ALWAYS, 'Content-Type': type, 'Content-Security-Policy': contentSecurityPolicy(nonce) },
      body: isHtml ? body.toString('utf8').replaceAll('__CSP_NONCE__', nonce) : body,
    };
  } catch {
    return notFound;
  }
};
