import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';

export type WeekSheets = OutputOf<Contract['sheets']['week']>;
export type AthleteSheet = WeekSheets['sheets'][number];
export type WithoutSheet = WeekSheets['without'][number];
