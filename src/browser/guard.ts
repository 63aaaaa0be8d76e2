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

const same = (a: string, b: string): boolean => {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
};

const cookieOf = (request: IncomingMessage): string | undefined =>
  (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim().split('='))
    .find(([name]) => name === COOKIE)?.[1];

/**
 * Loopback is not private: any page in any browser on this machine can send requests to it, and a name that resolves to
 * 127.0.0.1 can pretend to be it. So the Host must be the address itself, the Origin ours or absent, and the cookie right.
 */
export const createGuard = (address: () => string): Guard => {
  const tokens = new Set<string>();
  const session = randomBytes(32).toString('base64url');

  const strangerRefusal = (request: IncomingMessage): string | undefined => {
    if (request.headers.host !== address()) return 'wrong host';
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
      return cookie !== undefined && same(cookie, session) ? undefined : 'not the window that was opened';
    },
  };
};
