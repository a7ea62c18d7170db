import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';

interface Download {
  readonly name: string;
  readonly content: string;
}

export interface Downloads {
  /** The next file that is saved, once it is whole. */
  next(): Promise<Download>;
  close(): Promise<void>;
}

/** Catches what is saved in this browser in a folder of its own. */
export async function catchDownloads(browser: Browser): Promise<Downloads> {
  const folder = await mkdtemp(join(tmpdir(), 'preflight-inspector-'));
  const session = await browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allowAndName',
    downloadPath: folder,
    eventsEnabled: true,
  });
  return {
    next: () =>
      new Promise((resolve, reject) => {
        const names = new Map<string, string>();
        session.on('Browser.downloadWillBegin', ({ guid, suggestedFilename }) =>
          names.set(guid, suggestedFilename),
        );
        session.on('Browser.downloadProgress', ({ guid, state }) => {
          const name = names.get(guid);
          if (state !== 'completed' || name === undefined) return;
          readFile(join(folder, guid), 'utf8').then((content) => resolve({ name, content }), reject);
        });
      }),
    close: async () => {
      await session.send('Browser.setDownloadBehavior', { behavior: 'default' });
      await session.detach();
      await rm(folder, { recursive: true });
    },
  };
}
