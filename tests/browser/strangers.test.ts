import { describe, expect, test } from 'vitest';
import { atEveryDoor, attempt, DOORS, tellFigures, type Headings } from './attempt.ts';
import { besiege, letter, pathOf, say, statusOf } from './rawServer.ts';

tellFigures();

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
