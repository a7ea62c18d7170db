/**
 * `npm start`: the extension on the gallery, in a browser of its own. With `--headless` it prints the diagnosis, saves
 * a picture of the panel and ends. `npm start -- <url>` opens that page instead; with `--headless` it prints each
 * blocked call until Ctrl+C; with `--once` those of the page's start, and exits with 1 if there are any.
 */
import { ensureInstalled } from '../support/ensure-installed.ts';
import { CleanUp } from './clean-up.ts';
import { startDemoPage } from './demo-page.ts';
import { diagnoseHeadless } from './headless.ts';
import { showOwnPage } from './own-page.ts';
import { untilEnd } from './until-end.ts';
import { showInWindow } from './windowed.ts';

const cleanUp = new CleanUp();

await untilEnd(cleanUp, async ({ url, headless, once }) => {
  ensureInstalled({ languages: [], commands: [] });
  if (url !== null) return await showOwnPage({ url, headless, once }, cleanUp);
  const gallery = await startDemoPage(cleanUp);
  console.log(`The page: ${gallery}`);
  await (headless ? diagnoseHeadless(gallery, cleanUp) : showInWindow(gallery, cleanUp));
  return 0;
});
