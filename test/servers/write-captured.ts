import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CapturedAnswer } from '../stacks/captured-answer.ts';

/** Writes answers to `test/stacks/captured/<name>.json`, and prints them. */
export function writeCaptured(name: string, answers: readonly CapturedAnswer[]): void {
  const path = join(import.meta.dirname, '../stacks/captured', `${name}.json`);
  writeFileSync(path, `${JSON.stringify(answers, null, 2)}\n`);
  for (const { setup, method, status, headerList } of answers) {
    console.log(`${name}, ${setup}: ${method} ${status} ${JSON.stringify(headerList)}`);
  }
}
