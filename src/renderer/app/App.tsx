import { lazy, Suspense, useEffect } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { SHEET_LAYOUTS, type SheetLayout } from '../../domain/sheets/layouts.ts';
import { useAsk } from '../client/useAsk.ts';
import { Failed, Waiting } from '../kit/States.tsx';
import { Notices } from '../kit/Notices.tsx';
import { client, onPush } from '../wire.ts';
import { AppContext } from './appContext.ts';
import { Frame } from './Frame.tsx';
import { WatchFolder } from './WatchFolder.tsx';
import { RosterScreen } from '../roster/RosterScreen.tsx';

const RecoveryScreen = lazy(async () => ({ default: (await import('../backups/RecoveryScreen.tsx')).RecoveryScreen }));
const AthleteScreen = lazy(async () => ({ default: (await import('../athlete/AthleteScreen.tsx')).AthleteScreen }));
const CalendarScreen = lazy(async () => ({ default: (await import('../calendar/CalendarScreen.tsx')).CalendarScreen }));
const ImportScreen = lazy(async () => ({ default: (await import('../importDesk/ImportScreen.tsx')).ImportScreen }));
const SheetsScreen = lazy(async () => ({ default: (await import('../sheets/SheetsScreen.tsx')).SheetsScreen }));
const TypeInScreen = lazy(async () => ({ default: (await import('../typeIn/TypeInScreen.tsx')).TypeInScreen }));
const LibraryScreen = lazy(async () => ({ default: (await import('../library/LibraryScreen.tsx')).LibraryScreen }));
const TemplateEditor = lazy(async () => ({ default: (await import('../library/TemplateEditor.tsx')).TemplateEditor }));
const ScienceScreen = lazy(async () => ({ default: (await import('../science/ScienceScreen.tsx')).ScienceScreen }));
const SettingsScreen = lazy(async () => ({ default: (await import('../settings/SettingsScreen.tsx')).SettingsScreen }));
const BackupsScreen = lazy(async () => ({ default: (await import('../backups/BackupsScreen.tsx')).BackupsScreen }));
const LeavingScreen = lazy(async () => ({ default: (await import('../leaving/LeavingScreen.tsx')).LeavingScreen }));
const InsightsScreen = lazy(async () => ({ default: (await import('../insights/InsightsScreen.tsx')).InsightsScreen }));
const HistoryScreen = lazy(async () => ({ default: (await import('../history/HistoryScreen.tsx')).HistoryScreen }));
const PrintPage = lazy(async () => ({ default: (await import('../print/PrintPage.tsx')).PrintPage }));

/** Shows the page that another part of the application asks for, such as a second start. */
const useShownRoute = (): void => {
  const [, go] = useLocation();
  useEffect(
    () =>
      onPush((message) => {
        if (message.kind === 'show') go(message.route);
      }),
    [go],
  );
};

/** An address names an athlete by number; anything else names nobody. */
const athleteIdIn = (text: string | undefined): AthleteId | undefined =>
  text !== undefined && /^[1-9]\d{0,8}$/u.test(text) ? (Number(text) as AthleteId) : undefined;

/** An address names a layout; anything else is the weekly sheet. */
const layoutIn = (text: string): SheetLayout => SHEET_LAYOUTS.find((layout) => layout === text) ?? 'weekly';

const Screens = () => (
  <Suspense fallback={<Waiting what="screen" />}>
    <Switch>
      <Route path="/roster/:mode?">{({ mode }) => <RosterScreen mode={mode ?? 'list'} />}</Route>
      <Route path="/athlete/:athleteId/:tab?">
        {({ athleteId, tab }) => <AthleteScreen athleteId={Number(athleteId)} tab={tab ?? 'overview'} />}
      </Route>
      <Route path="/library/programs/:key/edit">{({ key }) => <TemplateEditor templateKey={key} />}</Route>
      <Route path="/library/:tab?/:item?">
        {({ tab, item }) => <LibraryScreen tab={tab ?? 'programs'} item={item} />}
      </Route>
      <Route path="/science/:tab?">{({ tab }) => <ScienceScreen tab={tab ?? 'calculators'} />}</Route>
      <Route path="/calendar" component={CalendarScreen} />
      <Route path="/import" component={ImportScreen} />
      <Route path="/sheets" component={SheetsScreen} />
      <Route path="/sheets/type-in/:page?">{({ page }) => <TypeInScreen page={page} />}</Route>
      <Route path="/insights" component={InsightsScreen} />
      <Route path="/backups" component={BackupsScreen} />
      <Route path="/leaving/:tab?">{({ tab }) => <LeavingScreen tab={tab ?? 'open'} />}</Route>
      <Route path="/settings" component={SettingsScreen} />
      <Route path="/history/:athleteId?">
        {({ athleteId }) => <HistoryScreen athleteId={athleteIdIn(athleteId)} />}
      </Route>
      <Route>
        <Redirect to="/roster" />
      </Route>
    </Switch>
  </Suspense>
);

export const App = () => {
  const app = useAsk(client.app.describe, {});
  useShownRoute();
  const theme = app.state === 'ready' ? app.value.settings.theme : 'system';
  const density = app.state === 'ready' ? app.value.settings.density : 'comfortable';
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.dataset['density'] = density;
  }, [theme, density]);

  if (app.state === 'waiting') return <Waiting what="Ironstride" />;
  if (app.state === 'failed' && app.error.tag === 'DatabaseDamaged') {
    return (
      <Suspense fallback={<Waiting what="recovery" />}>
        <RecoveryScreen />
      </Suspense>
    );
  }
  if (app.state === 'failed') return <Failed message={app.message} />;
  return (
    <AppContext value={app.value}>
      <Switch>
        <Route path="/print/:layout">
          {({ layout }) => (
            <Suspense fallback={null}>
              <PrintPage layout={layoutIn(layout)} />
            </Suspense>
          )}
        </Route>
        <Route>
          <WatchFolder>
            <Frame>
              <Screens />
            </Frame>
          </WatchFolder>
          <Notices />
        </Route>
      </Switch>
    </AppContext>
  );
};
