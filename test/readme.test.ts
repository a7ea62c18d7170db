import { readFileSync } from 'node:fs';
import { marked, type Token } from 'marked';
import { expect, test } from 'vitest';

const english = textOf('README.md');
const chinese = textOf('README.zh-CN.md');

function textOf(name: string): string {
  return readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
}

/** What a README consists of: its blocks in order, and what doesn't depend on the language. */
function shapeOf(readme: string): readonly string[] {
  return marked.lexer(readme).flatMap(blockShape);
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

/** The code in a README, in its order; drawings have words of the language in them. */
function commandsOf(readme: string): readonly string[] {
  return marked
    .lexer(readme)
    .flatMap((token) => (token.type === 'code' && token.lang === 'sh' ? token.text : []));
}

/** What is set as code in sentences, sorted, since sentences are built in another order. */
function namesOf(readme: string): readonly string[] {
  const names: string[] = [];
  marked.walkTokens(marked.lexer(readme), (token) => {
    if (token.type === 'codespan') names.push(token.text);
  });
  return names.sort();
}

test('both READMEs have the same headings, lists, tables and code', () => {
  expect(shapeOf(chinese)).toEqual(shapeOf(english));
  expect(commandsOf(chinese)).toEqual(commandsOf(english));
});

test('both READMEs name the same commands, headers and addresses', () => {
  expect(namesOf(chinese)).toEqual(namesOf(english));
});

test('each README links to the other', () => {
  expect(english).toContain('(README.zh-CN.md)');
  expect(chinese).toContain('(README.md)');
});
