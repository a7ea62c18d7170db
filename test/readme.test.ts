import { readFileSync, statSync } from 'node:fs';
import { marked, type Token } from 'marked';
import { describe, expect, test } from 'vitest';
import { CAUSES } from '../src/causes/registry.ts';
import { CLIENTS } from '../src/clients/registry.ts';
import { RECIPES } from '../src/stacks/recipes.ts';

/** The most words that a sentence of the README has on average. */
const MAX_WORDS_A_SENTENCE = 20;
/** One screen and a half. */
const MAX_WORDS = 800;

const MAX_ANIMATION_BYTES = 2 * 1024 * 1024;

/** Each document that has a text of its own in Chinese. */
const PAIRS = [
  ['README.md', 'README.zh-CN.md'],
  ['docs/limits.md', 'docs/zh-CN/limits.md'],
  ['docs/managed-browsers.md', 'docs/zh-CN/managed-browsers.md'],
  ['docs/permissions-and-privacy.md', 'docs/zh-CN/permissions-and-privacy.md'],
  ['docs/using-it.md', 'docs/zh-CN/using-it.md'],
] as const;

const english = textOf('README.md');
const chinese = textOf('README.zh-CN.md');

function textOf(name: string): string {
  return readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
}

/** What a document consists of: its blocks in order, and what doesn't depend on the language. */
function shapeOf(document: string): readonly string[] {
  return marked.lexer(document).flatMap(blockShape);
}

function blockShape(token: Token): readonly string[] {
  switch (token.type) {
    case 'space':
      return [];
    case 'heading':
      return [`heading ${token.depth}`];
    case 'list':
      return [`list of ${token.items.length}`];
    case 'table':
      return [`table of ${token.rows.length} rows`];
    default:
      return [token.type];
  }
}

function tokensOf(document: string): readonly Token[] {
  const tokens: Token[] = [];
  marked.walkTokens(marked.lexer(document), (token) => {
    tokens.push(token);
  });
  return tokens;
}

/** The commands of a document, in their order. */
function commandsOf(document: string): readonly string[] {
  return tokensOf(document).flatMap((token) =>
    token.type === 'code' && token.lang === 'sh' ? [String(token.text)] : [],
  );
}

/** What is set as code in sentences, sorted, since sentences are built in another order. */
function namesOf(document: string): readonly string[] {
  return tokensOf(document)
    .flatMap((token) => (token.type === 'codespan' ? [String(token.text)] : []))
    .sort();
}

/** The sentences of paragraphs and lists, without code and links' addresses. */
function sentencesOf(document: string): readonly string[] {
  const blocks = marked.lexer(document).flatMap((token): readonly Token[] => {
    if (token.type === 'paragraph') return [token];
    return token.type === 'list' ? token.items : [];
  });
  return blocks
    .flatMap((block) => proseOf(block).split(/(?<=[.!?:])\s+/))
    .filter((sentence) => /\p{L}{2}/u.test(sentence));
}

/** A block's words as they are read: a command in code counts as one word. */
function proseOf(token: Token): string {
  if (token.type === 'codespan') return String(token.text).replaceAll(/\s+/g, '-');
  if ('tokens' in token && token.tokens !== undefined) return token.tokens.map(proseOf).join('');
  return token.type === 'text' || token.type === 'escape' ? token.text : ' ';
}

function wordsIn(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
}

function averageWords(document: string): number {
  const lengths = sentencesOf(document).map(wordsIn);
  return lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
}

/** The number in front of which `before` stands. */
function numberAfter(document: string, before: RegExp): number {
  return Number(new RegExp(`${before.source}\\s*(\\d+)`).exec(document)?.[1]);
}

describe.each(PAIRS)('%s and %s', (one, other) => {
  test('have the same headings, lists, tables and commands', () => {
    expect(shapeOf(textOf(other))).toEqual(shapeOf(textOf(one)));
    expect(commandsOf(textOf(other))).toEqual(commandsOf(textOf(one)));
  });

  test('name the same commands, headers and addresses', () => {
    expect(namesOf(textOf(other))).toEqual(namesOf(textOf(one)));
  });
});

test('each README links to the other', () => {
  expect(english).toContain('(README.zh-CN.md)');
  expect(chinese).toContain('(README.md)');
});

test('the animations are small, and stand still for readers who want less motion', () => {
  const animations = [...english.matchAll(/docs\/[\w-]+\.webp/g)].map(([path]) => path);
  expect(animations).toHaveLength(2);
  for (const path of animations) {
    expect(statSync(new URL(`../${path}`, import.meta.url)).size).toBeLessThanOrEqual(MAX_ANIMATION_BYTES);
    const still = path.replace('.webp', '.png');
    expect(english).toMatch(new RegExp(`prefers-reduced-motion: reduce[^>]+${still}`));
  }
});

test('both READMEs promise no more causes, recipes and libraries than there are', () => {
  const tested = RECIPES.filter(([, { verifiedBy }]) => verifiedBy === 'tests').length;
  const counted = [Object.keys(CAUSES).length, RECIPES.length, tested, CLIENTS.length];
  const promised = [/one of over/, /: over/, /more than/, /out of over/].map((before) =>
    numberAfter(english, before),
  );
  for (const [index, count] of counted.entries())
    expect(count).toBeGreaterThan(promised[index] ?? Number.NaN);
  expect(promised).toEqual([50, 60, 25, 140]);
  for (const words of ['五十多种原因', '六十多个配方', '超过 25 个', '140 多种'])
    expect(chinese).toContain(words);
});

test(`the README's sentences have ${MAX_WORDS_A_SENTENCE} words on average at most, and there are few of them`, () => {
  expect(averageWords(english)).toBeLessThanOrEqual(MAX_WORDS_A_SENTENCE);
  expect(
    proseOf({ type: 'document', raw: '', tokens: marked.lexer(english) }).split(/\s+/).length,
  ).toBeLessThan(MAX_WORDS);
});

test('long sentences are noticed', () => {
  const long = `This sentence ${'goes on and on '.repeat(6)}until it ends.`;
  expect(
    sentencesOf(`${long} It ends.\n\n- \`npm run it\` runs it: see.\n\n\`\`\`\nno prose\n\`\`\``),
  ).toEqual([long, 'It ends.', 'npm-run-it runs it:', 'see.']);
  expect(averageWords(long)).toBe(29);
});
