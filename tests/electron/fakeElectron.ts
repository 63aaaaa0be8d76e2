import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions } from 'electron';

type Handler = (event: unknown, ...given: unknown[]) => unknown;

/** A page as far as the shell touches one. */
export class FakeContents extends EventEmitter {
  openHandler: ((details: { url: string }) => { action: string }) | undefined;
  readonly sent: unknown[][] = [];
  isReady = true;
  printed: unknown;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  send(...message: unknown[]): void {
    this.sent.push(message);
  }
  executeJavaScript(): Promise<unknown> {
    return this.isReady
      ? Promise.resolve({ isReady: true, drawn: '2/2', isEmpty: false })
      : Promise.reject(new Error('the page broke'));
  }
  printToPDF(options: unknown): Promise<Uint8Array> {
    this.printed = options;
    return Promise.resolve(new TextEncoder().encode('%PDF-1.7 made'));
  }
}

const state = {
  app: new EventEmitter(),
  calls: new Array<string>(),
  folder: '',
  hasLock: true,
  windows: new Array<FakeWindow>(),
  handled: new Map<string, Handler>(),
  errors: new Array<string[]>(),
  menu: new Array<MenuItemConstructorOptions>(),
  exposed: new Map<string, unknown>(),
  saveAs: { canceled: false, filePath: '' },
  openFrom: { canceled: false, filePaths: new Array<string>() },
  pagesReady: true,
  session: {
    serve: undefined as ((request: { url: string }) => Promise<Response>) | undefined,
    request: undefined as
      ((contents: unknown, permission: string, answer: (granted: boolean) => void) => void) | undefined,
    check: undefined as ((contents: unknown, permission: string) => boolean) | undefined,
    device: undefined as (() => boolean) | undefined,
    before: undefined as ((details: { url: string }, answer: (what: { cancel: boolean }) => void) => void) | undefined,
  },
  ipcRenderer: new EventEmitter(),
  invoked: new Array<unknown[]>(),
};

class FakeWindow extends EventEmitter {
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents = new FakeContents();
  url = '';
  isShown = false;
  isDestroyed = false;
  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    this.webContents.isReady = state.pagesReady;
    state.windows.push(this);
    state.calls.push('window');
    state.app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL(url: string): Promise<void> {
    this.url = url;
    return Promise.resolve();
  }
  show(): void {
    this.isShown = true;
    state.calls.push('show');
  }
  focus(): void {
    state.calls.push('focus');
  }
  restore(): void {
    state.calls.push('restore');
  }
  reload(): void {
    state.calls.push('reload');
  }
  isMinimized(): boolean {
    return true;
  }
  destroy(): void {
    this.isDestroyed = true;
    this.webContents.emit('destroyed');
  }
}

const app = {
  isPackaged: false,
  on: (name: string, listener: (...given: unknown[]) => void) => state.app.on(name, listener),
  enableSandbox: () => void state.calls.push('sandbox'),
  requestSingleInstanceLock: () => {
    state.calls.push('lock');
    return state.hasLock;
  },
  whenReady: () => Promise.resolve(),
  getPath: (name: string) => `${state.folder}/${name}`,
  setPath: (name: string, path: string) => void state.calls.push(`${name}=${path}`),
  getAppPath: () => process.cwd(),
  getVersion: () => '9.9.9',
  quit: () => void state.calls.push('quit'),
  exit: (code: number) => void state.calls.push(`exit ${code}`),
};

/** What `import … from 'electron'` finds in these tests: no more than the shell uses, so that using more fails here. */
export const electron = {
  app,
  BrowserWindow: FakeWindow,
  nativeTheme: { shouldUseDarkColors: false },
  protocol: { registerSchemesAsPrivileged: (schemes: unknown) => void state.calls.push(JSON.stringify(schemes)) },
  session: {
    defaultSession: {
      protocol: {
        handle: (_scheme: string, serve: (request: { url: string }) => Promise<Response>) => {
          state.session.serve = serve;
        },
      },
      setPermissionRequestHandler: (handler: typeof state.session.request) => void (state.session.request = handler),
      setPermissionCheckHandler: (handler: typeof state.session.check) => void (state.session.check = handler),
      setDevicePermissionHandler: (handler: typeof state.session.device) => void (state.session.device = handler),
      webRequest: { onBeforeRequest: (handler: typeof state.session.before) => void (state.session.before = handler) },
    },
  },
  ipcMain: { handle: (channel: string, handler: Handler) => void state.handled.set(channel, handler) },
  dialog: {
    showErrorBox: (title: string, text: string) => void state.errors.push([title, text]),
    showSaveDialog: () => Promise.resolve(state.saveAs),
    showOpenDialog: () => Promise.resolve(state.openFrom),
  },
  shell: { showItemInFolder: (path: string) => void state.calls.push(`folder of ${path}`) },
  Menu: {
    buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
    setApplicationMenu: (menu: MenuItemConstructorOptions[]) => void (state.menu = menu),
  },
  contextBridge: { exposeInMainWorld: (name: string, what: unknown) => void state.exposed.set(name, what) },
  ipcRenderer: {
    invoke: (...given: unknown[]) => {
      state.invoked.push(given);
      return Promise.resolve('answer');
    },
    on: (channel: string, listener: (...given: unknown[]) => void) => state.ipcRenderer.on(channel, listener),
    off: (channel: string, listener: (...given: unknown[]) => void) => state.ipcRenderer.off(channel, listener),
  },
};

export const fake = state;

/** A new computer with nothing running. */
export const resetFake = (folder: string): void => {
  Object.assign(state, {
    app: new EventEmitter(),
    ipcRenderer: new EventEmitter(),
    folder,
    hasLock: true,
    pagesReady: true,
  });
  state.saveAs = { canceled: false, filePath: '' };
  state.openFrom = { canceled: false, filePaths: [] };
  for (const list of [state.calls, state.windows, state.errors, state.invoked]) list.length = 0;
  state.handled.clear();
  state.exposed.clear();
};
