import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import type { Stage } from '../harness/stage.ts';

/** Writes a file that can be opened. @returns its path */
export async function savedFile(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'preflight-inspector-')), name);
  await writeFile(path, content);
  return path;
}

/** Chooses a file in the panel, as the button for it does. */
export async function chooseFile(panel: Frame | Page, path: string): Promise<void> {
  const input = await panel.waitForSelector('input[type=file]');
  if (input === null) throw new Error('There is nothing to choose a file with.');
  await (await input.toElement('input')).uploadFile(path);
}

/** The panel in a tab of its own, in front. */
export function openFilePage({ openPage, extensionId }: Stage): Promise<Page> {
  return openPage(`chrome-extension://${extensionId}/src/panel/index.html`);
}
