import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const COOKIE = 'ironstride';

/** Who may talk to the window's server: nobody but the window that was opened with a one-time token. */
export interface Guard {
  /** A token that opens one window, once. */
  readonly issueToken: () => string;
  /** Turns an unused token into a cookie; `undefined` when the token is unknown or was used. */
  readonly redeem: (token: string) => string | undefined;
  /** Why a request is refused, or `undefined` when it may pass. */
  readonly refusal: (request: IncomingMessage) => string | undefined;
  /** Hosts and origins only: for the one page that is asked for before there is a cookie. */
  readonly strangerRefusal: (request: IncomingMessage) => string | undefined;
}

/** How many addresses may wait to be opened; the oldest is forgotten first. */
const MOST_TOKENS = 64;

/** Compares in the same time wherever the difference is. */
export const isSameSecret = (a: string, b: string): boolean => {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
};

const cookieOf = (request: IncomingMessage): string | undefined =>
  (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim().split('='))
    .find(([name]) => name === COOKIE)?.[1];

/** How often a heading was sent: Node hands over only the first of two hosts. */
const timesSent = ({ rawHeaders }: IncomingMessage, name: string): number =>
  rawHeaders.filter((word, at) => at % 2 === 0 && word.toLowerCase() === name).length;

/**
 * Loopback is not private: any page in any browser on this machine can send requests to it, and a name that resolves to
 * 127.0.0.1 can pretend to be it. So the Host must be the address itself, the Origin ours or absent, and the cookie right.
 */
export const createGuard = (address: () => string): Guard => {
  const tokens = new Set<string>();
  const session = randomBytes(32).toString('base64url');

  const strangerRefusal = (request: IncomingMessage): string | undefined => {
    if (request.headers.host !== address() || timesSent(request, 'host') !== 1) return 'wrong host';
    // A path, and nothing that names another place: no `http://elsewhere/`, no `//elsewhere`, no `*`.
    if (!/^\/(?!\/)/u.test(request.url ?? '')) return 'wrong address';
    const { origin } = request.headers;
    if (origin !== undefined && origin !== `http://${address()}`) return 'wrong origin';
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'from another site';
    return undefined;
  };

  return {
    issueToken: () => {
      const token = randomBytes(32).toString('base64url');
      tokens.add(token);
      for (const oldest of tokens) {
        if (tokens.size <= MOST_TOKENS) break;
        tokens.delete(oldest);
      }
      return token;
    },
    redeem: (token) => {
      if (!tokens.delete(token)) return undefined;
      return `${COOKIE}=${session}; HttpOnly; SameSite=Strict; Path=/`;
    },
    strangerRefusal,
    refusal: (request) => {
      const strange = strangerRefusal(request);
      if (strange !== undefined) return strange;
      const cookie = cookieOf(request);
      return cookie !== undefined && isSameSecret(cookie, session) ? undefined : 'not the window that was opened';
    },
  };
};
