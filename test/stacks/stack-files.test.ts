import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recipeFor } from '../../src/stacks/recipe-for.ts';
import { recognise } from '../../src/stacks/recognise.ts';
import type { StackId } from '../../src/stacks/stack-id.ts';
import { STACKS } from '../../src/stacks/stacks.ts';
import { SERVER_STACKS } from '../servers/stacks/index.ts';
import type { CapturedAnswer } from './captured-answer.ts';

const CAPTURED = join(import.meta.dirname, 'captured');
const SERVERS = join(import.meta.dirname, '../servers/stacks');
const names = readdirSync(CAPTURED).map((name) => name.replace('.json', ''));
const serverFolders = readdirSync(SERVERS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const ids = Object.keys(STACKS).filter((id): id is StackId => id in STACKS);

describe.each(ids)('%s', (id) => {
  const isProven = recipeFor(id)?.verifiedBy === 'tests';

  test('has a server in test/servers/stacks if its recipe is verified by the tests, and else none', () => {
    expect(serverFolders.includes(id), `test/servers/stacks/${id}/server.ts is there`).toBe(isProven);
  });

  test('has its answers in test/stacks/captured if it has a server, and else none under its own name', () => {
    const isThere = names.includes(id);
    expect(isThere, `test/stacks/captured/${id}.json is there`).toBe(serverFolders.includes(id));
  });
});

test('each server is that of the stack whose folder it stands in', () => {
  expect(SERVER_STACKS.map(({ stack }) => stack)).toEqual(serverFolders);
});

test.each(names)('captured/%s is named after the stack that answered', (name) => {
  for (const { stack } of answersIn(name)) expect(`${name}-`).toMatch(new RegExp(`^${stack}-`));
});

describe.each(SERVER_STACKS)('$stack', ({ stack, starts }) => {
  test.each(starts)('its captured answers hold the start "$name", recognised: $recognised', (start) => {
    const answers = answersIn(stack).filter(({ setup }) => setup === start.name);
    expect(answers).not.toEqual([]);
    const found = answers.flatMap(recognise).filter((one) => one.stack === stack);
    const surest = found.find(({ certainty }) => certainty === 'sure') ?? found[0];
    expect(surest?.certainty ?? 'no').toBe(start.recognised);
  });
});

function answersIn(name: string): readonly CapturedAnswer[] {
  return JSON.parse(readFileSync(join(CAPTURED, `${name}.json`), 'utf8'));
}
