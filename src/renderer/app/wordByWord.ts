import { config } from 'zod';

// Schemas are read word by word here: to compile one into a function, if only to see whether that may be done, is what the
// page's policy forbids and complains of. Imported before any schema is made.
config({ jitless: true });
