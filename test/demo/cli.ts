#!/usr/bin/env node
/**
 * What `npx` runs from the package: `npm start -- <url>` without the sources. The package has the extension in it; the
 * browser is whichever is there.
 */
import { join } from 'node:path';
import { CleanUp } from './clean-up.ts';
import { showOwnPage } from './own-page.ts';
import { untilEnd } from './until-end.ts';

/** Beside the built file. */
const EXTENSIONS = {
  chrome: join(import.meta.dirname, '../chrome'),
  firefox: join(import.meta.dirname, '../firefox'),
};
const USAGE = `Which page? For example: preflight-inspector http://localhost:5173
  --headless         prints each blocked call with its cause and fix, until Ctrl+C
  --once             looks at the page's first calls alone, and exits with 1 if any is blocked
  --browser firefox  does it in Firefox`;

const cleanUp = new CleanUp();

await untilEnd(cleanUp, async ({ url, ...options }) => {
  if (url === null) throw new Error(USAGE);
  return await showOwnPage({ url, ...options }, cleanUp, EXTENSIONS);
});
