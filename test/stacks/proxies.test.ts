import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recognise } from '../../src/stacks/recognise.ts';
import type { CapturedAnswer } from './captured-answer.ts';

const folder = join(import.meta.dirname, 'captured');
const names = readdirSync(folder);
const own = names.filter((name) => name.endsWith('-own.json'));

describe('what a proxy answered by itself', () => {
  test.each(own.flatMap(read))('$stack, $setup, answer to the $to', (answer) => {
    const [first] = recognise(answer);
    expect(first).toMatchObject({ stack: answer.stack, certainty: 'sure', own: true });
  });
});

test('a login that is missing at nginx is told from a refusal of the application behind it', () => {
  const [toPreflight] = read('nginx-auth-request-login.json').map(recognise);
  expect(toPreflight).toMatchObject([{ stack: 'nginx-auth-request', certainty: 'likely', own: true }]);
});

describe('what the application behind it answered is not called its own', () => {
  const passedOn = names
    .filter((name) => own.includes(name.replace('.json', '-own.json')))
    .flatMap(read)
    .filter(({ to, setup }) => to === 'request' && /the call|a GET|a crash/.test(setup));

  test.each(passedOn)('$stack, $setup', (answer) => {
    expect(recognise(answer).some((found) => found.own)).toBe(false);
  });
});

function read(name: string): readonly CapturedAnswer[] {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}
