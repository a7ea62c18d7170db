import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recognise } from '../../src/stacks/recognise.ts';
import { isBuiltOn } from '../../src/stacks/stack-id.ts';
import type { CapturedAnswer } from './captured-answer.ts';

const folder = join(import.meta.dirname, 'captured');
const captured = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name): CapturedAnswer[] => JSON.parse(readFileSync(join(folder, name), 'utf8')));

test.each(captured)('$stack, $setup, answer to the $to: it was sent to Chromium', ({ client }) => {
  expect(client).toMatch(/^Chromium \d+(?:\.\d+){3}$/);
});

describe('every captured answer against every fingerprint', () => {
  test.each(captured)('$stack, $setup, answer to the $to: never surely another', (answer) => {
    const wrong = recognise(answer).filter(
      ({ certainty, stack }) => certainty === 'sure' && !isBuiltOn(answer.stack, stack),
    );
    expect(wrong).toEqual([]);
  });

  test.each(captured)('$stack, $setup, answer to the $to: CORS set up is not called missing', (answer) => {
    if (answer.setup === 'not configured') return;
    const wrong = recognise(answer).filter(
      ({ certainty, cors }) => certainty === 'sure' && cors === 'not-configured',
    );
    expect(wrong).toEqual([]);
  });
});
