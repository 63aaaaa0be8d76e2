import { createContext, useContext } from 'react';
import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';

export type AppView = OutputOf<Contract['app']['describe']>;

export const AppContext = createContext<AppView | undefined>(undefined);

/** Today, the week, the settings: what every screen may need to know of the application. */
export const useApp = (): AppView => {
  const app = useContext(AppContext);
  if (app === undefined) throw new Error('a screen outside the application');
  return app;
};
