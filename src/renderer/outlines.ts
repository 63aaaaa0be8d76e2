import { contract } from '../contract/contract.ts';
import { outlinesOf } from '../contract/outline.ts';

/**
 * What this window knows of the contract. The build writes the value in the place of this module: to make the schemas of every
 * operation before the first screen takes longer than to draw it, and the window has no use for them.
 */
export const outlines = outlinesOf(contract);
