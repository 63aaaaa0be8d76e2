import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, nativeTheme, protocol, type Session, type WebContents } from 'electron';
import { rendererFile } from '../src/service/pages.ts';
import { OUR_ORIGIN } from './wire.ts';

const built = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Before the application is ready: `app:` is a place of its own, with an origin, like a site. */
export const registerOurScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);

/** Chromium looks nothing up and fetches nothing by itself either: no names, no proxies, no components, no field trials. */
export const OFFLINE_SWITCHES = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['no-proxy-server', ''],
  ['disable-background-networking', ''],
  ['disable-component-update', ''],
  ['disable-domain-reliability', ''],
  ['disable-quic', ''],
] as const;

/** Before the application is ready: the engine below the pages is as offline as they are. */
export const closeEngine = (): void => {
  for (const [name, value] of OFFLINE_SWITCHES) app.commandLine.appendSwitch(name, value);
};

const servePage = async (address: string): Promise<Response> => {
  const { host, pathname } = new URL(address);
  const file = host === 'ironstride' ? await rendererFile(built('../renderer'), pathname) : undefined;
  if (file === undefined) return new Response('There is no such page.', { status: 404 });
  return new Response(file.body, { headers: file.headers });
};

/** Nothing but copying is granted, and that without reading what others copied. */
const isGranted = (permission: string): boolean => permission === 'clipboard-sanitized-write';

/** What never leaves this machine: our own pages, the developer tools, and bytes already in the page. */
const LOCAL_SCHEMES = new Set(['app:', 'devtools:', 'data:', 'blob:']);

/** Our pages from the built folder, no permissions, no devices, no network: provably offline. */
export const closeSession = (session: Session): void => {
  session.protocol.handle('app', (request) => servePage(request.url));
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isGranted(permission)));
  session.setPermissionCheckHandler((_contents, permission) => isGranted(permission));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !LOCAL_SCHEMES.has(new URL(url).protocol) });
  });
};

/** A page stays where it was opened: it goes nowhere, opens nothing, and embeds nothing. */
export const lockDown = (contents: WebContents): void => {
  const refuse = (event: { readonly preventDefault: () => void }): void => event.preventDefault();
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
};

/** The page's own background (tokens.css), so that nothing flashes before it is drawn. */
const background = (): string => (nativeTheme.shouldUseDarkColors ? '#101416' : '#fbfaf7');

/** A window that can do nothing but show our pages. It is invisible until somebody shows it. */
export const openLockedWindow = (route = '/'): BrowserWindow => {
  const window = new BrowserWindow({
    width: 1360,
    height: 860,
    show: false,
    backgroundColor: background(),
    webPreferences: {
      preload: built('../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // Chromium would fetch dictionaries from the network.
      spellcheck: false,
    },
  });
  void window.loadURL(`${OUR_ORIGIN}/index.html#${route}`).catch(() => undefined);
  return window;
};
