import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Loaded before a program that runs from sources: half of the time until it answers went to stripping and compiling the same sources once more.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/compile', import.meta.url)));
