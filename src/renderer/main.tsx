import './app/onlyNoMarkup.ts';
import '@fontsource-variable/inter/wght.css';
import './tokens.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { earlyAnswers } from './askedEarly.ts';
import { App } from './app/App.tsx';
import { useHashLocation } from './app/hashLocation.ts';
import { Unbroken } from './app/Unbroken.tsx';
import { hearDefects } from './app/windowDefects.ts';
import { queryCache, refreshOnChange } from './client/queryCache.ts';
import { takeOver } from './client/useAsk.ts';
import { client } from './wire.ts';

refreshOnChange();
hearDefects();

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no place for the application');
const draw = (): void => {
  takeOver(client.app.describe, {});
  takeOver(client.roster.view, { archived: false });
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryCache}>
        <Router hook={useHashLocation}>
          <Unbroken>
            <App />
          </Unbroken>
        </Router>
      </QueryClientProvider>
    </StrictMode>,
  );
};

// What is a few milliseconds away is waited for: to draw the frame without it first costs more.
void earlyAnswers().then(draw);
