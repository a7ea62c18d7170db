import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildDemoPage } from '../../demo/build-page.ts';
import type { Files } from '../../servers/static-page.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly demoPage: Files;
    /** The folder for the profiles of browsers that go on until the last test file, and beside each its `.pid`. */
    readonly profiles: string;
  }
}

/** Builds the demo page once for all test files. @returns what tidies up after the last */
export default async function globalSetup(project: TestProject): Promise<() => Promise<void>> {
  const profiles = mkdtempSync(join(tmpdir(), 'preflight-inspector-'));
  project.provide('profiles', profiles);
  project.provide('demoPage', await buildDemoPage());
  return async () => {
    for (const name of readdirSync(profiles)) if (name.endsWith('.pid')) kill(join(profiles, name));
    await remove(profiles);
  };
}

/** Removes a folder that what has just been ended may still write to. */
async function remove(folder: string): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    try {
      rmSync(folder, { recursive: true, force: true });
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Ends a browser with all its processes: one that goes on for a moment would write to its profile. */
function kill(pidFile: string): void {
  try {
    process.kill(-Number(readFileSync(pidFile, 'utf8')), 'SIGKILL');
  } catch {
    // It is gone already: a test had failed, and it was closed.
  }
}
