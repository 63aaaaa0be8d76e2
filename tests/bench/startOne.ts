import { startBrowserShell } from '../../src/browser/browserShell.ts';
import { clockStandingAt } from '../../src/service/clock.ts';
import { TODAY } from './today.ts';

/** The shell in a process of its own, as `npm start` has it: prints the window's address and stays. `startOne.ts DATABASE RENDERER [ROUTE]` */
const [databaseFile = '', rendererFolder = '', route] = process.argv.slice(2);
const shell = await startBrowserShell({ databaseFile, rendererFolder, clock: clockStandingAt(TODAY) });
console.log(shell.server.windowUrl(route));
process.on('SIGTERM', () => void shell.close().then(() => process.exit(0)));
