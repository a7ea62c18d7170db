import { accessSync, constants, existsSync, mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { findChromium } from '../harness/find-chromium.ts';

/** Where the browser looks for policies of the organisation that manages it, on Linux. */
const CHROMIUM = '/etc/chromium/policies/managed';
const CHROME = '/etc/opt/chrome/policies/managed';

function policyFolder(): string {
  return findChromium()?.includes('google') === true ? CHROME : CHROMIUM;
}

/** Why no policy can be set here, or null where it can: it takes root, since it is for all users of the machine. */
export function whyUnmanageable(): string | null {
  if (process.platform !== 'linux') return `policies aren't files on ${process.platform}`;
  let folder = policyFolder();
  while (!existsSync(folder)) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
    return null;
  } catch {
    return `nothing may be written to ${folder}`;
  }
}

/** The policy for one extension alone. */
export interface ManagedPolicy {
  /** Sets it in place of the one before, and has the browser read it. */
  set(values: Readonly<Record<string, unknown>>): Promise<void>;
  /** Leaves things as they were. */
  close(): Promise<void>;
}

/** Manages an extension in a running browser. */
export async function managePolicy(browser: Browser, extensionId: string): Promise<ManagedPolicy> {
  const page = await browser.newPage();
  await page.goto('chrome://policy/');
  const folder = policyFolder();
  const made: string[] = [];
  for (let missing = folder; !existsSync(missing); missing = dirname(missing)) made.push(missing);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${extensionId}.json`);
  const cleanUp = () => {
    rmSync(file, { force: true });
    for (const empty of made) {
      try {
        rmdirSync(empty);
      } catch {
        // Somebody else has put something there meanwhile.
      }
    }
  };
  // However this process ends.
  process.once('exit', cleanUp);
  return {
    async set(values) {
      writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [extensionId]: values } } }));
      await page.evaluate(() => (chrome as typeof chrome & PolicyPage).send('reloadPolicies'));
    },
    async close() {
      cleanUp();
      process.off('exit', cleanUp);
    },
  };
}

/** The part of the API that chrome://policy has for itself which is used here, and nowhere else. */
interface PolicyPage {
  send(message: 'reloadPolicies'): void;
}
