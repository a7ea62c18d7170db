import { describe, expect, test } from 'vitest';
import type { Fingerprint } from '../../src/stacks/fingerprint.ts';
import { FINGERPRINTS } from '../../src/stacks/fingerprints.ts';
import { recognise } from '../../src/stacks/recognise.ts';
import { isBuiltOn, stackOf } from '../../src/stacks/stack-id.ts';
import { KNOWN_ANSWERS } from './known-answers.ts';

/** Every name that was given, and whether it is that of who answered, or of what that is built on. */
const given = KNOWN_ANSWERS.flatMap(({ name, answer, by }) =>
  recognise(answer).map(({ stack, certainty, evidence }) => ({
    stack,
    certainty,
    isRight: by.some((one) => isBuiltOn(one, stack)),
    told: `${name}, of ${by.join(' behind ') || 'somebody else'}, is called ${stack} (${certainty}): ${evidence.join('; ')}`,
  })),
);

function named(certainty: Fingerprint['certainty']) {
  const all = given.filter((one) => one.certainty === certainty);
  return { all, wrong: all.filter(({ isRight }) => !isRight).map(({ told }) => told) };
}

describe('every answer of which it is known who gave it, against every fingerprint', () => {
  test('there are enough of them', () => {
    expect(KNOWN_ANSWERS.length).toBeGreaterThan(450);
    expect(named('sure').all.length).toBeGreaterThan(150);
  });

  test('what is sure is never wrong', () => {
    expect(named('sure').wrong).toEqual([]);
  });

  test('of what is likely, one in a hundred is wrong at most', () => {
    const { all, wrong } = named('likely');
    expect(wrong.length / all.length, wrong.join('\n')).toBeLessThanOrEqual(0.01);
  });
});

const likely = FINGERPRINTS.flatMap(([stack, fingerprints]) =>
  fingerprints
    .filter(({ certainty }) => certainty === 'likely')
    .map((fingerprint) => ({ stack, fingerprint })),
);

/** How much there is to see: what isn't there is no mark, a host or path of its own or its own name counts for two. */
function marks(name: string, { headers, status, url, spelled, contentLength }: Fingerprint): number {
  const [word = name] = name.split(/[ .]/);
  const patterns = Object.values(headers).filter((pattern) => pattern !== false);
  const named = patterns.filter((pattern) => pattern.source.includes(word)).length;
  const others = [status, spelled, contentLength].filter((mark) => mark !== undefined).length;
  return patterns.length + named + others + (url === undefined ? 0 : 2);
}

test.each(likely)('$stack: what is likely has two marks', ({ stack, fingerprint }) => {
  expect(marks(stackOf(stack).name, fingerprint)).toBeGreaterThanOrEqual(2);
});
