import './app/onlyNoMarkup.ts';
import '@fontsource-variable/inter/wght.css';
import './tokens.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { App } from './app/App.tsx';
import { useHashLocation } from './app/hashLocation.ts';
import { Unbroken } from './app/Unbroken.tsx';
import { hearDefects } from './app/windowDefects.ts';
import { queryCache, refreshOnChange } from './client/queryCache.ts';

refreshOnChange();
hearDefects();

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no place for the application');
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
