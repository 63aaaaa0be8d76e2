import { config } from 'zod/v4';

// Schemas are read word by word here: to compile one into a function, if only to see whether that may be done, is what the
// page's policy forbids and complains of. The build puts this module in the place of zod, so that it is so before any schema is made.
config({ jitless: true });

export * from 'zod/v4';
