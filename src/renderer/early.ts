import { askEarly } from './askedEarly.ts';

// A script of its own, small and read first: the window's other scripts are still on their way.
askEarly();
