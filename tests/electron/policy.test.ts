import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy, rendererFile } from '../../src/service/pages.ts';
import { ownFolder } from '../service/openDesk.ts';

describe('the policy of every page', () => {
  test('lets nothing in from anywhere else, and nothing inline without the nonce', () => {
    const policy = contentSecurityPolicy('abc');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self' 'nonce-abc'");
    expect(policy).toContain("connect-src 'self'");
    for (const closed of ['base-uri', 'form-action', 'frame-ancestors']) expect(policy).toContain(`${closed} 'none'`);
    expect(policy).not.toMatch(/unsafe-|https?:|\*/);
  });

  test('bears a new nonce each time, the same in the page and in its header', async () => {
    const folder = ownFolder();
    writeFileSync(join(folder, 'index.html'), '<meta nonce="__CSP_NONCE__">');
    const nonces = [];
    for (let time = 0; time < 2; time += 1) {
      const page = await rendererFile(folder, '/');
      const nonce = /nonce="([^"]+)"/.exec(String(page?.body))?.[1] ?? '';
      expect(nonce.length).toBeGreaterThan(16);
      expect(page?.headers['Content-Security-Policy']).toContain(`'nonce-${nonce}'`);
      nonces.push(nonce);
    }
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  test('a folder that only begins like ours is not ours', async () => {
    const folder = ownFolder();
    mkdirSync(join(folder, 'renderer'));
    mkdirSync(join(folder, 'renderer-secrets'));
    writeFileSync(join(folder, 'renderer-secrets', 'key.json'), '{}');
    expect(await rendererFile(join(folder, 'renderer'), '/../renderer-secrets/key.json')).toBeUndefined();
    expect(await rendererFile(join(folder, 'renderer-secrets'), '/key.json')).toBeDefined();
  });
});
