import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium, installHint } from '../browser/harness/find-chromium.ts';

/** Makes sure that there is a browser: installs one where that is simple, else says how to. */
export function ensureBrowser(): void {
  if (findChromium() !== null) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('There is no Chromium or Chrome. Installing Chromium …');
    aptGet('update');
    aptGet('install', '-y', '--no-install-recommends', 'chromium');
    if (findChromium() !== null) return;
  }
  throw new Error(`Neither Chromium nor Chrome was found. ${installHint()}`);
}

function aptGet(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', args, { stdio: ['ignore', 'inherit', 'inherit'], env });
}
