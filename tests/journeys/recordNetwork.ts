import { appendFileSync } from 'node:fs';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/**
 * Loaded before a program (`node --import`), in its worker threads too: writes down every name it looks up and every address it
 * talks to that is not this computer, at the lowest place that Node's own modules, `fetch` included, go through.
 */
const log = process.env['IRONSTRIDE_NETWORK_LOG'];

const isHere = (host: string): boolean =>
  host === '' || host === 'localhost' || /^(?:127\.|::1$|::ffff:127\.)/u.test(host);

const note = (what: string, host: unknown): void => {
  if (log !== undefined && typeof host === 'string' && !isHere(host)) appendFileSync(log, `${what} ${host}\n`);
};

/** Calls as before, after a look at what it is called with. */
const watched = (place: object, name: string, look: (given: readonly unknown[]) => void): void => {
  const before: unknown = Reflect.get(place, name);
  if (typeof before !== 'function') return;
  const instead = function (this: unknown, ...given: unknown[]): unknown {
    look(given);
    return Reflect.apply(before, this, given);
  };
  Reflect.set(place, name, Object.assign(instead, before));
};

/** Node hands a socket its destination as options, as port and host, or as a list of either that it has put in order. */
const hostOf = ([first, second]: readonly unknown[]): unknown => {
  if (Array.isArray(first)) return hostOf(first);
  if (typeof first === 'object' && first !== null) return Reflect.get(first, 'host');
  return typeof first === 'number' ? second : undefined;
};

watched(net.Socket.prototype, 'connect', (given) => note('tcp', hostOf(given)));
for (const name of ['send', 'connect'])
  watched(dgram.Socket.prototype, name, (given) =>
    note(
      'udp',
      given.findLast((one) => typeof one === 'string'),
    ),
  );
for (const place of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype])
  for (const name of Object.getOwnPropertyNames(place))
    if (/^(?:lookup|resolve|reverse)/u.test(name)) watched(place, name, ([asked]) => note('dns', asked));
syncBuiltinESMExports();
