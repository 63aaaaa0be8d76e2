import { METHODS } from 'node:http';
import { describe, expect, test } from 'vitest';
import { UPLOAD_PIECE_BYTES } from '../../src/contract/uploadPieces.ts';
import { attempt, tellFigures, type Headings } from './attempt.ts';
import { ADD_MALLORY, besiege, dial, letter, pathOf, say, statusOf, untilHungUp, type Besieged } from './rawServer.ts';

tellFigures();

describe('bodies without end', () => {
  const ours = (of: Besieged): Headings => ({ Host: of.address, Cookie: of.cookie });

  /** Writes for as long as it is listened to. */
  const endless = async (of: Besieged, path: string, headings: Headings): Promise<string> => {
    const socket = await dial(of.port);
    const heard = untilHungUp(socket);
    socket.write(letter('POST', path, { ...headings, 'Transfer-Encoding': 'chunked' }));
    const part = Buffer.from(`10000\r\n${'x'.repeat(0x10000)}\r\n`);
    const pour = (): void => {
      while (!socket.destroyed && socket.write(part));
    };
    socket.on('drain', pour);
    pour();
    return heard;
  };

  test('are cut off: those of strangers at once, those of the window at its limit', async () => {
    const of = await besiege();
    const harms = [];
    for (const [name, headings] of [
      ['a stranger’s', { Host: of.address }],
      ['another site’s', { ...ours(of), Origin: 'https://evil.example' }],
      ['the window’s own', ours(of)],
    ] as const) {
      for (const path of ['/wire', '/upload', '/show-again', '/nowhere'])
        harms.push(...(await attempt('bodies', of, `${name} to ${path}`, await endless(of, path, headings))));
    }
    for (const [path, size] of [
      ['/wire', 16 * 1024 * 1024 + 1],
      ['/upload', UPLOAD_PIECE_BYTES + 1],
    ] as const) {
      const answer = await say(of.port, letter('POST', path, ours(of), 'x'.repeat(size)));
      harms.push(...(await attempt('bodies', of, `${size} bytes to ${path}`, answer)));
    }
    for (const [name, length] of [
      ['promised without end', '9007199254740993'],
      ['longer than a number can be', '9'.repeat(40)],
      ['of less than nothing', '-1'],
      ['of a length in hexadecimal', '0x10'],
      ['of a length with a sign', '+5'],
    ] as const) {
      const socket = await dial(of.port);
      const heard = untilHungUp(socket);
      socket.end(letter('POST', '/wire', { ...ours(of), 'Content-Length': length }) + ADD_MALLORY.slice(0, 5));
      harms.push(...(await attempt('bodies', of, `a body ${name}`, await heard)));
    }
    expect(harms).toEqual([]);
  }, 60_000);

  test('headings without end are cut off too', async () => {
    const of = await besiege();
    const harms = [];
    for (const [name, text] of [
      ['one long heading', letter('GET', '/', { ...ours(of), 'X-Long': 'x'.repeat(100_000) })],
      [
        'many headings',
        letter('GET', '/', {
          ...ours(of),
          ...Object.fromEntries(Array.from({ length: 4000 }, (_, at) => [`X-${at}`, 'x'])),
        }),
      ],
      ['a long address', letter('GET', `/${'x'.repeat(100_000)}`, ours(of))],
      ['a long cookie', letter('GET', '/', { Host: of.address, Cookie: `a=${'x'.repeat(100_000)}; ${of.cookie}` })],
    ] as const)
      harms.push(...(await attempt('bodies', of, name, await say(of.port, text))));
    expect(harms).toEqual([]);
  });
});

describe('slow clients', () => {
  test('who sends a letter now and then is hung up on, and the coach is answered meanwhile', async () => {
    const of = await besiege({ requestMs: 500 });
    const { port, address, cookie } = of;
    const beginnings = {
      nothing: '',
      'half a line': 'GET / HT',
      'headings that never end': `GET / HTTP/1.1\r\nHost: ${address}\r\nX-A: `,
      'a body that never comes': letter('POST', '/wire', { Host: address, Cookie: cookie, 'Content-Length': '1000' }),
      'a chunk that never ends': `${letter('POST', '/wire', { Host: address, Cookie: cookie, 'Transfer-Encoding': 'chunked' })}ffff\r\n`,
      'a piece of a file that never comes': letter('POST', '/upload', {
        Host: address,
        Cookie: cookie,
        'Content-Length': '9999',
      }),
    };
    const harms = await Promise.all(
      Object.entries(beginnings).map(async ([name, beginning]) => {
        const socket = await dial(port);
        const heard = untilHungUp(socket);
        socket.write(beginning);
        const drip = setInterval(() => void (beginning === '' || socket.destroyed || socket.write('x')), 40);
        const answer = await heard;
        clearInterval(drip);
        return attempt('slow clients', of, name, answer);
      }),
    );
    expect(harms.flat()).toEqual([]);
    expect(statusOf(await say(port, letter('GET', '/', { Host: address, Cookie: cookie })))).toBe(200);
  });

  test('who takes every connection is hung up on, and the coach gets in again', async () => {
    const of = await besiege({ connections: 6 });
    const idle = await Promise.all(Array.from({ length: 12 }, () => dial(of.port)));
    const answers = await Promise.all(idle.map(untilHungUp));
    const harms = [];
    for (const answer of answers) harms.push(...(await attempt('slow clients', of, 'an idle connection', answer)));
    expect(harms).toEqual([]);
    expect(statusOf(await say(of.port, letter('GET', '/', { Host: of.address, Cookie: of.cookie })))).toBe(200);
  });
});

describe('paths that lead out', () => {
  test('lead nowhere, however they are written', async () => {
    const of = await besiege();
    const ups = [
      '..',
      '%2e%2e',
      '%2E.',
      '.%2e',
      '%252e%252e',
      '..%00',
      '..;',
      '%c0%ae%c0%ae',
      '%u002e%u002e',
      '....',
      '%ef%bc%8e%ef%bc%8e',
    ];
    const slashes = ['/', '%2f', '\\', '%5c', '%252f', '%c0%af', '%e2%88%95'];
    const written = ups.flatMap((up) =>
      slashes.flatMap((slash) => [`/${up}${slash}secret.json`, `/assets/${up}${slash}${up}${slash}secret.json`]),
    );
    const paths = [
      ...written,
      '/..secret.json',
      '/../renderer-secret.json',
      '/%2e%2e/renderer-secret.json',
      '//etc/passwd',
      '///etc/passwd',
      '/%2fetc%2fpasswd',
      '/%5c%5cserver%5cshare.json',
      '/C:/secret.json',
      '/file:///etc/passwd',
      '/proc/self/environ',
      '/.env',
      '/index.html/../../secret.json',
      '/index.html%00.json',
      '/%00',
      '/%zz',
      '/%',
      '/offered/../secret.json',
      '/offered/%2e%2e%2fsecret.json',
      '/offered/__proto__',
      '/offered/constructor',
      '/upload/../secret.json',
      '/%3f/../secret.json%23/',
    ];
    const harms = [];
    for (const path of paths) {
      const answer = await say(of.port, letter('GET', path, { Host: of.address, Cookie: of.cookie }));
      harms.push(...(await attempt('paths', of, path, answer)));
    }
    expect(harms).toEqual([]);
  });
});

describe('methods', () => {
  const ALLOWED = new Set(['POST /wire', 'POST /upload', 'GET /', 'GET /events']);

  test('other than those meant do nothing, by whatever name', async () => {
    const of = await besiege();
    const headings = { Host: of.address, Cookie: of.cookie };
    const harms = [];
    for (const method of [...METHODS, 'get', 'post', 'EVIL', 'GET\t', '__proto__']) {
      for (const path of ['/wire', '/upload', '/', '/events', '/show-again', '/open']) {
        if (ALLOWED.has(`${method} ${path}`)) continue;
        const body = method === 'GET' || method === 'HEAD' ? undefined : ADD_MALLORY;
        const answer = await say(of.port, letter(method, path, headings, body));
        harms.push(...(await attempt('methods', of, `${method} ${path}`, answer)));
      }
    }
    for (const override of ['X-HTTP-Method-Override', 'X-Method-Override', 'X-HTTP-Method']) {
      const answer = await say(of.port, letter('GET', '/wire', { ...headings, [override]: 'POST' }, ADD_MALLORY));
      harms.push(...(await attempt('methods', of, override, answer)));
    }
    for (const path of ['/wire?_method=POST', '/WIRE', '/wire/', '//wire', '/%77ire', '/wire%20', '/wire;x']) {
      const answer = await say(of.port, letter('PUT', path, headings, ADD_MALLORY));
      harms.push(...(await attempt('methods', of, path, answer)));
    }
    expect(harms).toEqual([]);
  }, 60_000);
});

describe('requests hidden in requests', () => {
  test('are not found there', async () => {
    const of = await besiege();
    const host = `Host: ${of.address}`;
    const cookie = `Cookie: ${of.cookie}`;
    const inner = `POST /wire HTTP/1.1\r\n${host}\r\n${cookie}\r\nContent-Length: ${Buffer.byteLength(ADD_MALLORY)}\r\n\r\n${ADD_MALLORY}`;
    const outer = (...lines: readonly string[]): string => `POST /wire HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
    const chunked = `0\r\n\r\n${inner}`;
    const letters = {
      'two lengths': outer(host, cookie, 'Content-Length: 0', `Content-Length: ${inner.length}`) + inner,
      'two lengths in one': outer(host, cookie, `Content-Length: 0, ${inner.length}`) + inner,
      'length and chunks': outer(host, cookie, 'Content-Length: 4', 'Transfer-Encoding: chunked') + chunked,
      'chunks and length':
        outer(host, cookie, 'Transfer-Encoding: chunked', `Content-Length: ${chunked.length}`) + chunked,
      'chunks not last': outer(host, cookie, 'Transfer-Encoding: chunked, identity') + chunked,
      'chunks, nearly': outer(host, cookie, 'Transfer-Encoding: xchunked') + chunked,
      'chunks, with a control character': outer(host, cookie, 'Transfer-Encoding: \u000bchunked') + chunked,
      'chunks before a colon with space': outer(host, cookie, 'Transfer-Encoding : chunked') + chunked,
      'length before a colon with space': outer(host, cookie, 'Content-Length : 4') + inner,
      'a folded heading': outer(host, cookie, 'X-A: b', ' Transfer-Encoding: chunked', 'Content-Length: 4') + chunked,
      'a heading without a colon': outer(host, cookie, 'Transfer-Encoding chunked') + chunked,
      'a heading without a name': outer(host, cookie, ': chunked') + chunked,
      'a bare carriage return': outer(host, cookie, 'X-A: b\rTransfer-Encoding: chunked') + chunked,
      'a NUL in a heading': outer(host, cookie, 'X-A: b\u0000c') + inner,
      'a chunk size that overflows': `${outer(host, cookie, 'Transfer-Encoding: chunked')}ffffffffffffffffff\r\nx\r\n${chunked}`,
      'a chunk size that is none': `${outer(host, cookie, 'Transfer-Encoding: chunked')}zz\r\nx\r\n${chunked}`,
      'a chunk that ends elsewhere': `${outer(host, cookie, 'Transfer-Encoding: chunked')}1\r\nxx\r\n${chunked}`,
      'behind a refused one': `GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n${inner}`,
      'behind a refused one with a body': `POST /wire HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 1\r\n\r\nx${inner}`,
      'behind a token of nobody': `GET /open?token=x HTTP/1.1\r\n${host}\r\n\r\n${inner}`,
      'an address elsewhere': `POST http://evil.example/wire HTTP/1.1\r\n${host}\r\n${cookie}\r\nContent-Length: 0\r\n\r\n`,
      'our own address, spelt out': `POST http://${of.address}/wire HTTP/1.1\r\n${host}\r\n${cookie}\r\nContent-Length: 0\r\n\r\n`,
      'a network path': `POST //evil.example/wire HTTP/1.1\r\n${host}\r\n${cookie}\r\nContent-Length: 0\r\n\r\n`,
      'no path at all': `OPTIONS * HTTP/1.1\r\n${host}\r\n${cookie}\r\n\r\n`,
      'a path without its slash': `POST wire HTTP/1.1\r\n${host}\r\n${cookie}\r\nContent-Length: 0\r\n\r\n`,
      'a space in the path': `GET / /wire HTTP/1.1\r\n${host}\r\n${cookie}\r\n\r\n`,
      'the oldest HTTP': `GET /\r\n\r\n`,
      'a newer HTTP': `GET / HTTP/3.0\r\n${host}\r\n${cookie}\r\n\r\n`,
      'the preface of HTTP/2': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      'another protocol': `\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003`,
      'a tunnel': `CONNECT ${of.address} HTTP/1.1\r\n${host}\r\n${cookie}\r\n\r\n`,
      'a stranger’s web socket': `GET / HTTP/1.1\r\n${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
      'a web socket of another site': `GET /events HTTP/1.1\r\n${host}\r\n${cookie}\r\nOrigin: https://evil.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
    };
    const harms = [];
    for (const [name, text] of Object.entries(letters))
      harms.push(...(await attempt('hidden requests', of, name, await say(of.port, text))));
    expect(harms).toEqual([]);
  });

  test('an address that opens a window leads into our own page, whatever route it names', async () => {
    const of = await besiege();
    for (const route of ['https://evil.example', '//evil.example', '/x\r\nSet-Cookie: a=b', '/ö€', '\u0000']) {
      const answer = await say(of.port, letter('GET', pathOf(of.server.windowUrl(route)), { Host: of.address }));
      expect(statusOf(answer)).toBe(303);
      expect(/^location: (.*)$/imu.exec(answer)?.[1]).toMatch(/^\/#[!-~]*\r?$/u);
      expect(answer.match(/^set-cookie/gimu)).toHaveLength(1);
    }
  });
});
