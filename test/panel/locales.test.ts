import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/texts/languages.ts';
import { pseudoMessages } from '../support/pseudo-locale.ts';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

const root = resolve(import.meta.dirname, '../..');
const folders = readdirSync(join(root, 'public/_locales')).sort();
const english = messagesOf('en');
/** By the name of the language. No person speaks the last one: whatever is asked of languages is proven to be possible. */
const translations: readonly (readonly [string, Readonly<Record<string, Message>>])[] = [
  ...folders.map((language) => [language, messagesOf(language)] as const),
  ['the pseudo-language', pseudoMessages(english)],
];

test('every language of _locales can be chosen', () => {
  expect(LANGUAGES.toSorted()).toEqual(folders);
});

describe.each(translations)('%s', (_, messages) => {
  test('has all texts, and no others', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
  });

  test('has the same placeholders in each text', () => {
    for (const [key, { placeholders = {} }] of Object.entries(english)) {
      const translated = messages[key];
      expect({ key, placeholders: translated?.placeholders ?? {} }).toEqual({ key, placeholders });
      const names = translated === undefined ? [] : placeholdersIn(translated);
      expect({ key, names }).toEqual({ key, names: Object.keys(placeholders).sort() });
    }
  });

  // src/browser/i18n.ts gives the browser the values in this order.
  test('numbers the placeholders of each text in the order of their names', () => {
    for (const [key, { placeholders = {} }] of Object.entries(messages)) {
      const names = Object.keys(placeholders).sort();
      const numbered = Object.fromEntries(names.map((name, index) => [name, { content: `$${index + 1}` }]));
      expect({ key, placeholders }).toMatchObject({ key, placeholders: numbered });
      expect({ key, odd: names.filter((name) => !/^[a-z]+$/.test(name)) }).toEqual({ key, odd: [] });
      expect(names.length).toBeLessThan(10);
    }
  });

  test('names itself by a BCP 47 tag', () => {
    expect(Intl.getCanonicalLocales(messages.locale?.message)).toHaveLength(1);
  });
});

test('every text is used', () => {
  const code = [join(root, 'manifest.json'), ...filesBelow(join(root, 'src'))].map((path) =>
    readFileSync(path, 'utf8'),
  );
  const all = code.join('\n');
  const unused = Object.keys(english).filter(
    (key) => !all.includes(`'${key}'`) && !all.includes(`"${key}"`) && !all.includes(`__MSG_${key}__`),
  );
  expect(unused).toEqual([]);
});

test.each(folders)("the description fits the store's 132 characters in %s", (language) => {
  const { extensionDescription } = messagesOf(language);
  expect(extensionDescription?.message.length).toBeLessThanOrEqual(132);
});

function messagesOf(language: string): Readonly<Record<string, Message>> {
  return JSON.parse(readFileSync(join(root, 'public/_locales', language, 'messages.json'), 'utf8'));
}

function placeholdersIn({ message }: Message): string[] {
  const names = [...message.matchAll(/\$([A-Z]+)\$/g)].map(([, name = '']) => name.toLowerCase());
  return [...new Set(names)].sort();
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
