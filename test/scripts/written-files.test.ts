import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { keepFiles } from '../../scripts/written-files.ts';

const README = 'README.md';
const text = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const checking = { command: 'npm run docs', isCheck: true };

test('a file that is as it should be is no problem', () => {
  expect(keepFiles({ [README]: text }, checking)).toEqual([]);
});

test('a stale file and a missing one are named, with the command that writes them', () => {
  expect(keepFiles({ [README]: `${text}more`, 'docs/nothing.md': '' }, checking)).toEqual([
    'README.md is stale: npm run docs',
    'docs/nothing.md is stale: npm run docs',
  ]);
});
