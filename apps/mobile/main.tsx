import '#platform/web/old-browsers';
import { createRoot } from 'react-dom/client';
import { startTheme } from '#platform/web/theme';
import { App } from './App.tsx';
import { startWorker } from './shell/start-worker.ts';

startTheme('resident');
const place = document.getElementById('root');
if (place) createRoot(place).render(<App />);
startWorker();
