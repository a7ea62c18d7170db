import { startOllama } from '../servers/ollama.ts';
import { startStaticPage } from '../servers/static-page.ts';
import { buildDemoPage } from './build-page.ts';
import type { CleanUp } from './clean-up.ts';

/**
 * Starts the model server and the page that calls it, on free ports.
 * @returns the page's URL; opened, it makes the failing call by itself
 */
export async function startDemoPage(cleanUp: CleanUp): Promise<string> {
  const files = await buildDemoPage();
  const ollama = await cleanUp.started(startOllama());
  const page = await cleanUp.started(startStaticPage(files));
  return `${page.origin}/?auto&api=${encodeURIComponent(ollama.origin)}`;
}
