/** `npm start`: builds the extension for the browser that is asked for, and starts. */
import { build } from 'vite';
import type { BrowserName } from '../support/browser-name.ts';
import { startDemo } from './start-demo.ts';

/** As `vite.config.ts` names them. */
const MODES: Readonly<Record<BrowserName, string>> = { chrome: 'production', firefox: 'firefox' };

await startDemo((browser) => build({ mode: MODES[browser], logLevel: 'warn' }));
