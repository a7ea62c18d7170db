import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { PASTE_LOCATIONS } from '../../src/stacks/paste-location.ts';

const SRC = resolve(import.meta.dirname, '../../src');

test('every paste location is that of a step', () => {
  const code = ['stacks', 'clients', 'dev-servers']
    .flatMap((room) =>
      readdirSync(join(SRC, room), { recursive: true, encoding: 'utf8' }).map((path) =>
        join(SRC, room, path),
      ),
    )
    .filter((path) => path.endsWith('.ts') && !path.endsWith('paste-location.ts'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const unused = Object.keys(PASTE_LOCATIONS).filter((location) => !code.includes(`'${location}'`));
  expect(unused).toEqual([]);
});
