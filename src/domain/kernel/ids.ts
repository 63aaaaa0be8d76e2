import type { Brand } from './brand.ts';

/** Row identities. The store gives them out; nobody computes with them. */
export type AthleteId = Brand<number, 'AthleteId'>;
export type ProgramId = Brand<number, 'ProgramId'>;
export type SessionId = Brand<number, 'SessionId'>;
export type LiftSessionId = Brand<number, 'LiftSessionId'>;
export type RunId = Brand<number, 'RunId'>;
export type RaceId = Brand<number, 'RaceId'>;
export type ImportId = Brand<number, 'ImportId'>;
