import { startOllama } from '../servers/ollama.ts';
import { type Files, type StaticPage, startStaticPage } from '../servers/static-page.ts';
import { buildDemoPage } from './build-page.ts';
import type { CleanUp } from './clean-up.ts';
import type { ExhibitOrigins } from './exhibit.ts';
import { startExhibitServers } from './exhibit-servers.ts';
import { GALLERY_HEADERS, GALLERY_POLICY, ISOLATED_HTML, ISOLATED_PAGE } from './page-policies.ts';

const NO_ORIGINS = '<script type="application/json" id="origins">{}</script>';

/**
 * Starts the model server, those of the gallery and the page that calls them, on free ports.
 * @returns the page's URL; opened, it makes the model server's failing call by itself
 */
export async function startDemoPage(cleanUp: CleanUp): Promise<string> {
  const files = await buildDemoPage();
  const ollama = await cleanUp.started(startOllama());
  const { origins } = await cleanUp.started(startExhibitServers());
  const page = await cleanUp.started(startGalleryPage(files, origins));
  return `${page.origin}/?auto&api=${encodeURIComponent(ollama.origin)}`;
}

/** Serves the demo page with the gallery's servers to call. */
export function startGalleryPage(files: Files, origins: ExhibitOrigins): Promise<StaticPage> {
  const html = String(files.get('/index.html'));
  if (!html.includes(NO_ORIGINS)) throw new Error('The page has no place for the origins of its servers.');
  const withOrigins = html
    .replace(NO_ORIGINS, NO_ORIGINS.replace('{}', JSON.stringify(origins)))
    .replace('<title>', `${GALLERY_POLICY}<title>`);
  const pages = new Map([...files, ['/index.html', withOrigins], [ISOLATED_PAGE, ISOLATED_HTML]]);
  return startStaticPage(pages, 0, GALLERY_HEADERS);
}
