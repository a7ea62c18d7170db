import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { marked, type Token } from 'marked';
import { describe, expect, test } from 'vitest';
import { scripts } from '../package.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '..');
/** What is built, installed or kept by git: no part of the sources. */
const NO_SOURCES = ['.git', 'dist', 'node_modules'];
/** The documents that name files as they are now. A decision names those of its day. */
const MAPS = ['ARCHITECTURE.md', 'BUILDING.md', 'CONTRIBUTING.md'];
const DECISIONS = 'docs/decisions';

/** All files of the repository, relative to its root. */
const FILES: readonly string[] = readdirSync(ROOT, { withFileTypes: true })
  .filter(({ name }) => !NO_SOURCES.includes(name))
  .flatMap((entry) => (entry.isDirectory() ? filesBelow(entry.name) : [entry.name]));
const FOLDERS: ReadonlySet<string> = new Set(FILES.map((path) => path.split('/')[0] ?? ''));

function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function linesOf(path: string): number {
  return read(path).trimEnd().split('\n').length;
}

function tokensOf(markdown: string): readonly Token[] {
  const tokens: Token[] = [];
  marked.walkTokens(marked.lexer(markdown), (token) => {
    tokens.push(token);
  });
  return tokens;
}

/** The words in backticks that are a path of the repository, or the name of a file. `<id>` stands for any name. */
function pathsIn(markdown: string): readonly string[] {
  const words = tokensOf(markdown).flatMap((token) =>
    token.type === 'codespan' ? String(token.text).split(/\s+/) : [],
  );
  return words.filter((word) => {
    const [folder = '', ...rest] = word.split('/');
    return rest.length > 0 ? FOLDERS.has(folder) : /^[\w.<>-]+\.(?:css|html|json|md|tsx?|yml)$/.test(word);
  });
}

/** Those of `paths` that no file and no folder has. A name without a folder may be anywhere. */
function missing(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => {
    const escaped = path.replace(/\/$/, '').replaceAll(/[.*+?^$()[\]\\]/g, '\\$&');
    const pattern = new RegExp(`^${escaped.replaceAll(/<[\w-]+>/g, '[^/]+')}(?:/|$)`);
    return !FILES.some((file) => pattern.test(path.includes('/') ? file : basename(file)));
  });
}

/** The addresses within the repository that a document's links and pictures lead to, and that aren't there. */
function brokenLinks(path: string, markdown: string): readonly string[] {
  return targetsIn(markdown)
    .filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target))
    .filter((target) => {
      const [file = '', heading] = target.split('#');
      const found = join(dirname(path), file);
      if (!existsSync(join(ROOT, found))) return true;
      return heading !== undefined && !headingsOf(file === '' ? markdown : read(found)).includes(heading);
    });
}

/** Where links and pictures lead, those in HTML among them. */
function targetsIn(markdown: string): readonly string[] {
  return tokensOf(markdown).flatMap((token) => {
    if (token.type === 'link' || token.type === 'image') return [String(token.href)];
    if (token.type !== 'html') return [];
    return [...token.raw.matchAll(/\s(?:href|src|srcset)="([^"]+)"/g)].map(([, target = '']) => target);
  });
}

/** The fragments that GitHub gives to a document's headings. Where several headings are alike, only the first has its own. */
function headingsOf(markdown: string): readonly string[] {
  return tokensOf(markdown).flatMap((token) =>
    token.type === 'heading'
      ? [
          String(token.text)
            .toLowerCase()
            .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
            .replaceAll(' ', '-'),
        ]
      : [],
  );
}

test('ARCHITECTURE.md is a map: at most 120 lines', () => {
  expect(linesOf('ARCHITECTURE.md')).toBeLessThanOrEqual(120);
});

test('ARCHITECTURE.md describes the rooms of src and no others', () => {
  const named = [...read('ARCHITECTURE.md').matchAll(/\*\*`([\w-]+)`\*\*/g)].map(([, room = '']) => room);
  expect(named.sort()).toEqual(readdirSync(join(ROOT, 'src')).sort());
});

test('the drawing in ARCHITECTURE.md names files of src', () => {
  const drawing = tokensOf(read('ARCHITECTURE.md')).find(({ type }) => type === 'code')?.raw ?? '';
  const paths = [...drawing.matchAll(/[\w-]+\/[\w/-]+\.tsx?/g)].map(([path]) => `src/${path}`);
  expect(paths).not.toEqual([]);
  expect(missing(paths)).toEqual([]);
});

describe.each(MAPS)('%s', (path) => {
  test('names only files and folders that are there', () => {
    expect(missing(pathsIn(read(path)))).toEqual([]);
  });

  test('names only commands that package.json has', () => {
    const named = [...read(path).matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});

test('a file that is not there is noticed', () => {
  const text = 'See `src/cors/nothing.ts`, `npx tsx test/nothing/`, `src/<id>/nothing.ts` and `nothing.md`.';
  const here = 'See `src/cors/index.ts`, `npx tsx test/cors/`, `src/<id>/index.ts`, `README.md` and `a.b`.';
  expect(missing(pathsIn(text))).toEqual([
    'src/cors/nothing.ts',
    'test/nothing/',
    'src/<id>/nothing.ts',
    'nothing.md',
  ]);
  expect(missing(pathsIn(here))).toEqual([]);
});

describe('links lead somewhere', () => {
  const documents = FILES.filter((path) => path.endsWith('.md'));

  test.each(documents)('in %s', (path) => {
    expect(brokenLinks(path, read(path))).toEqual([]);
  });

  test('and one that does not is noticed', () => {
    const text = '[a](nothing.md) ![b](../README.md#try-it) [c](https://example.com/nothing.md) [d](#there)';
    expect(brokenLinks('docs/here.md', text)).toEqual(['nothing.md', '#there']);
    expect(
      brokenLinks('docs/here.md', '# There, at `last`\n\n[e](#there-at-last) [f](../README.md#no)'),
    ).toEqual(['../README.md#no']);
    expect(
      brokenLinks('docs/here.md', '<picture>\n<img src="consent.png" srcset="no.svg">\n</picture>'),
    ).toEqual(['no.svg']);
  });
});

const decisions = FILES.filter((path) => path.startsWith(`${DECISIONS}/`) && !path.endsWith('/README.md'))
  .map((path) => basename(path))
  .sort();

interface DecisionHead {
  readonly number: string;
  readonly title: string;
  readonly date: string;
  readonly status: string;
}

/** What stands above a decision's parts; null if anything of it is missing. */
function headOf(name: string): DecisionHead | null {
  const found = /^# (\d{4})\. (.+)\n\n- Date: (\d{4}-\d\d-\d\d)\n- Status: (.+)\n\n## /.exec(
    read(`${DECISIONS}/${name}`),
  );
  const [, number = '', title = '', date = '', status = ''] = found ?? [];
  return found === null ? null : { number, title, date, status };
}

test('decisions are numbered without a gap', () => {
  const numbers = decisions.map((name) => Number(/^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1]));
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});

describe.each(decisions)('%s', (name) => {
  test('has its number, a date and a status', () => {
    const head = headOf(name);
    expect(head?.number).toBe(name.slice(0, 4));
    expect(new Date(`${head?.date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(head?.date);
    expect(head?.status).toMatch(/^(?:accepted|superseded by \[\d{4}\]\(\d{4}-[a-z0-9-]+\.md\))$/);
  });

  test('says why, what, what follows and what shows it, in 15 to 70 lines', () => {
    const parts = [...read(`${DECISIONS}/${name}`).matchAll(/^## (.+)$/gm)].map(([, part]) => part);
    expect(parts).toEqual(['Context', 'Decision', 'Consequences', 'Measured']);
    expect(linesOf(`${DECISIONS}/${name}`)).toBeGreaterThanOrEqual(15);
    expect(linesOf(`${DECISIONS}/${name}`)).toBeLessThanOrEqual(70);
  });
});

test('the list of decisions has each with its title, date and status', () => {
  const rows = read(`${DECISIONS}/README.md`).match(/^\| \[.+$/gm) ?? [];
  const expected = decisions.map((name) => {
    const head = headOf(name);
    return `| [${head?.number}](${name}) | ${head?.title} | ${head?.date} | ${head?.status} |`;
  });
  expect(rows).toEqual(expected);
});
