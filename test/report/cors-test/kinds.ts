import type { TestKind } from '../../../src/report/cors-test/test-kind.ts';
import { hasCommand } from '../../support/has-command.ts';
import { testPython } from './test-python.ts';
import {
  type Runner,
  runNodeTests,
  runNodeTestsAtOnce,
  runPytestTests,
  runShellTests,
  runVitestTests,
} from './test-runs.ts';

/** What runs a kind of test. */
export interface Runnable {
  readonly name: string;
  readonly kind: TestKind;
  /** Runs tests as a user does. */
  readonly run: Runner;
  /** Runs many of them, as quickly as that goes. */
  readonly runMany: Runner;
  readonly missing: boolean;
}

/** Each starts processes, which takes its time on a busy machine. */
export const SLOW_MS = 120_000;

const hasPython = testPython() !== null;
const hasCurl = hasCommand('curl');

function shell(...start: readonly [string, ...string[]]): Runnable {
  const run = runShellTests(...start);
  const missing = !hasCurl || !hasCommand(start[0]);
  return { name: start.join(' '), kind: 'shell', run, runMany: run, missing };
}

export const RUNNABLE: readonly Runnable[] = [
  { name: 'node:test', kind: 'node', run: runNodeTests, runMany: runNodeTestsAtOnce, missing: false },
  { name: 'Vitest', kind: 'vitest', run: runVitestTests, runMany: runVitestTests, missing: false },
  {
    name: 'pytest',
    kind: 'pytest',
    // It says why something failed at length, unless it is told not to.
    run: runPytestTests('--tb=line'),
    runMany: runPytestTests('--assert=plain', '--tb=no'),
    missing: !hasPython,
  },
  shell('bash'),
  shell('dash'),
  shell('busybox', 'ash'),
];

for (const { name, missing } of RUNNABLE) {
  const needs = name === 'pytest' ? 'no Python with pytest and httpx' : `no curl, or no ${name}`;
  if (missing) console.log(`No copied test is run by ${name}: there's ${needs}.`);
}
