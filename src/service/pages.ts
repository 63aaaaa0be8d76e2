import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

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
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');

/** A file of the built renderer, as every shell serves it. */
export interface RendererFile {
  readonly body: Buffer<ArrayBuffer> | string;
  readonly headers: Readonly<Record<'Content-Type' | 'Content-Security-Policy' | 'X-Content-Type-Options', string>>;
}

/** Where a path leads inside the folder; `undefined` when it is not readable as a path or would leave the folder. */
const placeIn = (folder: string, path: string): string | undefined => {
  try {
    const place = normalize(join(folder, path === '/' ? 'index.html' : decodeURIComponent(path)));
    return place.startsWith(folder + sep) ? place : undefined;
  } catch {
    return undefined;
  }
};

/** A file of the built renderer under a fresh nonce. Paths that would leave its folder are not looked up. */
export const rendererFile = async (folder: string, path: string): Promise<RendererFile | undefined> => {
  const place = placeIn(folder, path);
  const type = place === undefined ? undefined : TYPES[extname(place)];
  if (place === undefined || type === undefined) return undefined;
  try {
    const body = await readFile(place);
    const nonce = randomBytes(16).toString('base64');
    return {
      body: extname(place) === '.html' ? body.toString('utf8').replaceAll('__CSP_NONCE__', nonce) : body,
      headers: {
        'Content-Type': type,
        'Content-Security-Policy': contentSecurityPolicy(nonce),
        'X-Content-Type-Options': 'nosniff',
      },
    };
  } catch {
    return undefined;
  }
};
