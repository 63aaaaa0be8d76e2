import { startBrowserShell } from '../../src/browser/browserShell.ts';
import { builtRendererFolder } from '../../src/service/nodeHost.ts';

/** The browser shell as `npm start` runs it, in a process of its own, without opening a window. Ends when its input does. */
const [databaseFile = ''] = process.argv.slice(2);
const shell = await startBrowserShell({ databaseFile, rendererFolder: builtRendererFolder });
console.log(shell.server.windowUrl());
process.stdin.resume();
process.stdin.on('end', () => void shell.close().then(() => process.exit(0)));
