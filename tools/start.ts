import { runServer } from '../apps/server/main.ts';
import { buildApps } from './build.ts';

/** `npm start`: the pages are built beside the database and the demo district, each waits for nothing but its own work. */
await runServer(buildApps());
