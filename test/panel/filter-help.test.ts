import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Kind, parseFilter, type Term } from '../../src/panel/model/filter-query.ts';

type Name = Exclude<Term['type'], 'text'>;

/** The names and kinds that the parser takes: the compiler finds one that is missing. */
const NAMES: Readonly<Record<Name, true>> = { is: true, method: true, domain: true, origin: true };
const KINDS: Readonly<Record<Kind, true>> = {
  blocked: true,
  failed: true,
  'not-cors': true,
  passed: true,
  overridden: true,
  pending: true,
};

const LOCALES = resolve(import.meta.dirname, '../../public/_locales');

describe.each(readdirSync(LOCALES))('%s', (language) => {
  const help = messageOf(language, 'filterHelp');
  const shown = help.match(/[a-z]+:\w*/g) ?? [];

  test('the help shows every name that the parser takes, and no other', () => {
    expect(shown.map((word) => word.split(':')[0]).sort()).toEqual(Object.keys(NAMES).sort());
  });

  test('the parser takes every word as the help shows it', () => {
    for (const word of shown) {
      const [name] = word.split(':');
      const typed = word.endsWith(':') ? `${word}x` : word;
      expect(parseFilter(typed)).toMatchObject({ terms: [{ type: name, negated: false }], unknown: [] });
    }
  });

  test('the sign that the help shows leaves out', () => {
    const [sign = ''] = help.match(/(?<= )-(?= )/) ?? [];
    expect(parseFilter(`${sign}is:passed`).terms).toMatchObject([{ type: 'is', negated: true }]);
  });

  test('after an unknown kind, the panel names every kind that the parser takes', () => {
    const named = messageOf(language, 'filterUnknown').match(/\b[a-z-]{4,}\b/g) ?? [];
    const kinds = named.filter((word) => parseFilter(`is:${word}`).unknown.length === 0);
    expect(kinds.sort()).toEqual(Object.keys(KINDS).sort());
  });
});

function messageOf(language: string, key: string): string {
  const messages: Readonly<Record<string, { readonly message: string }>> = JSON.parse(
    readFileSync(join(LOCALES, language, 'messages.json'), 'utf8'),
  );
  return messages[key]?.message ?? '';
}
