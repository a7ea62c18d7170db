import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import zh from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

const root = resolve(import.meta.dirname, '../..');
const english = new Map<string, Message>(Object.entries(en));
const chinese = new Map<string, Message>(Object.entries(zh));

test('both languages have the same texts', () => {
  expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
});

test.each([...english])('%s is written with the same placeholders in both languages', (key, message) => {
  const translated = chinese.get(key);
  expect(translated?.placeholders).toEqual(message.placeholders);
  const declared = Object.keys(message.placeholders ?? {}).sort();
  expect(placeholdersIn(message)).toEqual(declared);
  expect(translated === undefined ? [] : placeholdersIn(translated)).toEqual(declared);
});

test('every text is used', () => {
  const code = [join(root, 'manifest.json'), ...filesBelow(join(root, 'src'))].map((path) =>
    readFileSync(path, 'utf8'),
  );
  const all = code.join('\n');
  const unused = [...english.keys()].filter(
    (key) => !all.includes(`'${key}'`) && !all.includes(`"${key}"`) && !all.includes(`__MSG_${key}__`),
  );
  expect(unused).toEqual([]);
});

test("the description fits the store's 132 characters", () => {
  expect(en.extensionDescription.message.length).toBeLessThanOrEqual(132);
  expect(zh.extensionDescription.message.length).toBeLessThanOrEqual(132);
});

function placeholdersIn({ message }: Message): string[] {
  const names = [...message.matchAll(/\$([A-Z]+)\$/g)].map(([, name = '']) => name.toLowerCase());
  return [...new Set(names)].sort();
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
