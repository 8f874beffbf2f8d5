import '#platform/web/old-browsers';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startTheme } from '#platform/web/theme';
import { App } from './app/app.tsx';
import { reloadAfterUpdate } from './app/new-version.ts';
import { styleElementsCarryNonce } from './app/page-nonce.ts';
import './app/shell.css';
import './parts/parts.css';

reloadAfterUpdate();
styleElementsCarryNonce();
startTheme('staff');

const place = document.getElementById('app');
if (place)
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
