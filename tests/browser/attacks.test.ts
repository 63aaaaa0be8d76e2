import { METHODS } from 'node:http';
import { afterAll, describe, expect, test } from 'vitest';
import { UPLOAD_PIECE_BYTES } from '../../src/contract/uploadPieces.ts';
import { settled } from '../service/openDesk.ts';
import { ADD_MALLORY, besiege, dial, letter, pathOf, say, SECRET, statusOf, untilHungUp } from './rawServer.ts';
import type { Besieged } from './rawServer.ts';

const figures = new Map<string, { tried: number; refused: number }>();

afterAll(() => {
  const all = [...figures.values()];
  const sum = (of: 'tried' | 'refused'): number => all.reduce((total, one) => total + one[of], 0);
  for (const [kind, { tried, refused }] of figures) console.log(`  ${kind}: ${refused} of ${tried} refused`);
  console.log(`attacks on the window's server: ${sum('tried')} tried, ${sum('refused')} refused`);
});

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
const attempt = async (kind: string, of: Besieged, name: string, answer: string): Promise<string[]> => {
  const count = figures.get(kind) ?? { tried: 0, refused: 0 };
  figures.set(kind, count);
  count.tried += 1;
  const harm = await harmOf(of, answer);
  if (harm === undefined) count.refused += 1;
  return harm === undefined ? [] : [`${name}: ${harm}`];
};

type Headings = Readonly<Record<string, string | readonly string[]>>;

/** Every door, with the coach's own cookie: what a browser would send for a page that is not ours. */
const DOORS = [
  ['POST', '/wire', ADD_MALLORY],
  ['POST', '/upload', 'bytes'],
  ['POST', '/show-again', ''],
  ['GET', '/', undefined],
  ['GET', '/index.html', undefined],
  ['GET', '/events', undefined],
] as const;

const atEveryDoor = async (kind: string, of: Besieged, name: string, headings: Headings): Promise<string[]> => {
  const harms = [];
  for (const [method, path, body] of DOORS) {
    const asked = { Host: of.address, Cookie: of.cookie, ...headings };
    harms.push(
      ...(await attempt(kind, of, `${name} at ${path}`, await say(of.port, letter(method, path, asked, body)))),
    );
  }
  return harms;
};

test('the coach’s own window is answered: the attacks below are refused for what is wrong with them', async () => {
  const of = await besiege();
  const asked = { Host: of.address, Cookie: of.cookie, Origin: of.server.url, 'Sec-Fetch-Site': 'same-origin' };
  const list = JSON.stringify({ operation: 'athletes.list', input: {} });
  const answer = await say(of.port, letter('POST', '/wire', asked, list));
  expect([statusOf(answer), answer.includes('Ann Private')]).toEqual([200, true]);
  expect(statusOf(await say(of.port, letter('GET', '/', asked)))).toBe(200);
});

describe('names that lead here (DNS rebinding)', () => {
  test('no name but the address itself is answered', async () => {
    const of = await besiege();
    const { port } = of;
    const hosts = [
      'evil.example',
      `evil.example:${port}`,
      `localhost:${port}`,
      `LOCALHOST:${port}`,
      `127.0.0.1.evil.example:${port}`,
      `evil.example.127.0.0.1:${port}`,
      '127.0.0.1',
      '127.0.0.1:80',
      `127.1:${port}`,
      `127.0.0.2:${port}`,
      `2130706433:${port}`,
      `0x7f000001:${port}`,
      `0177.0.0.1:${port}`,
      `0.0.0.0:${port}`,
      `[::1]:${port}`,
      `[::ffff:127.0.0.1]:${port}`,
      `127.0.0.1:0${port}`,
      `127.0.0.1.:${port}`,
      `coach@127.0.0.1:${port}`,
      `127.0.0.1:${port}@evil.example`,
      `127.0.0.1:${port}, evil.example`,
      `127.0.0.1:${port}#evil`,
      '',
    ];
    const harms = [];
    for (const host of hosts) harms.push(...(await atEveryDoor('rebinding', of, `Host “${host}”`, { Host: host })));
    for (const two of [
      [of.address, 'evil.example'],
      ['evil.example', of.address],
      [of.address, of.address],
    ])
      harms.push(...(await atEveryDoor('rebinding', of, `Hosts ${two.join(' and ')}`, { Host: two })));
    harms.push(...(await atEveryDoor('rebinding', of, 'no Host', { Host: [] })));
    const old = `GET / HTTP/1.0\r\nCookie: ${of.cookie}\r\n\r\n`;
    harms.push(...(await attempt('rebinding', of, 'HTTP/1.0 without Host', await say(port, old))));
    expect(harms).toEqual([]);
  });
});

describe('forms and scripts of other sites', () => {
  test('no origin but our own is answered, whatever the browser sends along', async () => {
    const of = await besiege();
    const origins: readonly (string | readonly string[])[] = [
      'https://evil.example',
      'null',
      '',
      `http://localhost:${of.port}`,
      'http://127.0.0.1:1',
      'http://127.0.0.1',
      `https://${of.address}`,
      `HTTP://${of.address}`,
      `http://${of.address}/`,
      `http://${of.address}.evil.example`,
      `http://evil.example/?${of.address}`,
      `http://coach@${of.address}`,
      'file://',
      'chrome-extension://abcdefghijklmnop',
      'app://ironstride',
      [of.server.url, 'https://evil.example'],
      ['https://evil.example', of.server.url],
    ];
    const harms = [];
    for (const Origin of origins)
      harms.push(...(await atEveryDoor('other sites', of, `Origin ${String(Origin)}`, { Origin })));
    for (const site of ['cross-site', 'same-site', 'elsewhere', 'same-origin, cross-site', 'SAME-ORIGIN'])
      harms.push(...(await atEveryDoor('other sites', of, `from ${site}`, { 'Sec-Fetch-Site': site })));
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const form = { Origin: 'https://evil.example', 'Sec-Fetch-Mode': 'navigate', 'Content-Type': type };
      harms.push(...(await atEveryDoor('other sites', of, `a form of ${type}`, form)));
    }
    expect(harms).toEqual([]);
  });

  test('a browser that asks first whether it may is told nothing that it could take for yes', async () => {
    const of = await besiege();
    const harms = [];
    for (const [, path] of DOORS) {
      const asked = { Host: of.address, Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' };
      const preflight = await say(of.port, letter('OPTIONS', path, asked));
      harms.push(...(await attempt('other sites', of, `preflight of ${path}`, preflight)));
    }
    expect(harms).toEqual([]);
  });
});

describe('tokens and cookies', () => {
  test('a token opens one window, once, and nothing near it opens any', async () => {
    const of = await besiege();
    const { server, address, port } = of;
    const open = (path: string, headings: Headings = {}, method = 'GET'): Promise<string> =>
      say(port, letter(method, path, { Host: address, ...headings }));
    const fresh = pathOf(server.windowUrl());
    const token = new URL(fresh, server.url).searchParams.get('token') ?? '';
    const harms: string[] = [];
    const tried = async (name: string, answer: string): Promise<void> =>
      void harms.push(...(await attempt('tokens', of, name, answer)));
    for (const guess of [
      '',
      'x',
      token.slice(0, -1),
      `${token}x`,
      `%20${token}`,
      token.toLowerCase(),
      '__proto__',
      'x'.repeat(8000),
    ])
      await tried(`token “${guess.slice(0, 20)}”`, await open(`/open?token=${guess}`));
    await tried('no token', await open('/open'));
    await tried('a list of tokens', await open(`/open?token[]=${token}`));
    await tried('a wrong one before the right one', await open(`/open?token=x&token=${token}`));
    await tried('TOKEN', await open(`/open?TOKEN=${token}`));
    for (const method of ['POST', 'HEAD', 'PUT', 'OPTIONS']) await tried(`by ${method}`, await open(fresh, {}, method));
    await tried('from another site', await open(fresh, { 'Sec-Fetch-Site': 'cross-site' }));
    await tried('by another name', await open(fresh, { Host: `localhost:${port}` }));
    expect(harms).toEqual([]);

    const race = await Promise.all([open(fresh), open(fresh), open(fresh), open(fresh)]);
    expect(race.filter((answer) => statusOf(answer) === 303)).toHaveLength(1);
    for (const late of race.filter((answer) => statusOf(answer) !== 303)) await tried('replayed at once', late);
    await tried('replayed later', await open(fresh));
    expect(harms).toEqual([]);
  });

  test('only so many unused addresses are kept', async () => {
    const { server, address, port } = await besiege();
    const first = pathOf(server.windowUrl());
    for (let issued = 0; issued < 64; issued += 1) server.windowUrl();
    expect(statusOf(await say(port, letter('GET', first, { Host: address })))).toBe(403);
  });

  test('no cookie but the whole right one is a window', async () => {
    const of = await besiege();
    const other = await besiege();
    const [name = '', value = ''] = of.cookie.split('=');
    const cookies = [
      '',
      name,
      `${name}=`,
      `${name}=${value.slice(0, -1)}`,
      `${name}=${value}x`,
      `${name}=${value.toUpperCase()}`,
      `${name.toUpperCase()}=${value}`,
      `x${name}=${value}`,
      `${name}="${value}"`,
      `${name}=wrong; ${name}=${value}`,
      `${name}=${'A'.repeat(value.length)}`,
      other.cookie,
    ];
    const harms = [];
    for (const Cookie of cookies) harms.push(...(await atEveryDoor('cookies', of, `Cookie ${Cookie}`, { Cookie })));
    expect(harms).toEqual([]);
  });

  test('the second start’s word is not guessed, and not heard from another site', async () => {
    const of = await besiege();
    const harms = [];
    for (const [name, more] of [
      ['no word', {}],
      ['a wrong word', { 'X-Ironstride': 'guess' }],
      ['nearly the word', { 'X-Ironstride': of.server.secret.slice(0, -1) }],
      ['undefined', { 'X-Ironstride': 'undefined' }],
      ['the word, by another name', { 'X-Ironstride': of.server.secret, Host: 'evil.example' }],
      ['the word, from another site', { 'X-Ironstride': of.server.secret, Origin: 'https://evil.example' }],
    ] as const) {
      const asked = letter('POST', '/show-again', { Host: of.address, ...more }, '');
      harms.push(...(await attempt('cookies', of, name, await say(of.port, asked))));
    }
    expect(harms).toEqual([]);
  });
});

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
