import { readFileSync } from 'node:fs';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import manifest from '../manifest.json' with { type: 'json' };
import { LANGUAGES } from '../src/texts/languages.ts';

/**
 * In characters. The Chrome Web Store takes descriptions of 16,000 and names of 75, Edge's store descriptions of 250 to
 * 10,000, addons.mozilla.org names of 50 and summaries of 250.
 * @see https://developer.chrome.com/docs/webstore/cws-dashboard-listing
 * @see https://learn.microsoft.com/microsoft-edge/extensions/publish/publish-extension
 */
const LIMITS = { name: 50, summary: 132, description: [250, 10_000], justification: 1_000 } as const;

function read(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
}

/** The texts of a form, by the fields' names. */
function fieldsOf(path: string): ReadonlyMap<string, string> {
  const parts = read(path).split(/^## /m).slice(1);
  return new Map(
    parts.map((part) => {
      const [name = '', ...lines] = part.split('\n');
      return [name, lines.join('\n').trim()] as const;
    }),
  );
}

describe.each(LANGUAGES)('the listing in %s', (language) => {
  const messages: Readonly<Record<string, { readonly message: string }>> = JSON.parse(
    read(`public/_locales/${language}/messages.json`),
  );
  const description = read(`store/description.${language}.txt`).trim();

  test('has a name and a summary that the stores take', () => {
    expect(messages.extensionName?.message.length).toBeLessThanOrEqual(LIMITS.name);
    expect(messages.extensionDescription?.message.length).toBeLessThanOrEqual(LIMITS.summary);
  });

  test('has a description that the stores take', () => {
    expect(description.length).toBeGreaterThanOrEqual(LIMITS.description[0]);
    expect(description.length).toBeLessThanOrEqual(LIMITS.description[1]);
  });

  test('has no Markdown in it, which the stores show as it is', () => {
    const types = marked.lexer(description).map(({ type }) => type);
    expect(types.filter((type) => type !== 'paragraph' && type !== 'space')).toEqual([]);
    expect(description).not.toMatch(/[`*[\]]/);
  });
});

test('the listings say the same number of things', () => {
  const counts = LANGUAGES.map((language) => read(`store/description.${language}.txt`).match(/^•/gm)?.length);
  expect(new Set(counts).size).toBe(1);
});

describe('permissions.md', () => {
  const fields = fieldsOf('store/permissions.md');

  test('justifies each permission of the manifest, and no other', () => {
    expect([...fields.keys()]).toEqual([
      'Single purpose',
      ...manifest.permissions,
      'Host permissions',
      'Optional host permissions',
      'Remote code',
    ]);
  });

  test.each([...fields])('%s fits into its field', (_, text) => {
    expect(text.length).toBeGreaterThan(40);
    expect(text.length).toBeLessThanOrEqual(LIMITS.justification);
  });

  test('names the hosts of the manifest', () => {
    for (const host of manifest.host_permissions)
      expect(fields.get('Host permissions')).toContain(`\`${host}\``);
    for (const host of manifest.optional_host_permissions) {
      expect(fields.get('Optional host permissions')).toContain(`\`${host}\``);
    }
  });
});

test('each store has its notes, with the package that it takes', () => {
  for (const [path, build] of [
    ['store/README.md', 'chrome'],
    ['store/edge.md', 'chrome'],
    ['store/firefox.md', 'firefox'],
  ] as const) {
    expect(read(path)).toContain(`dist/preflight-inspector-<version>-${build}.zip`);
  }
  expect(read('store/firefox.md')).toContain('dist/preflight-inspector-<version>-sources.zip');
  // At most seven, of 21 words.
  const [, terms = ''] = /\| search terms[^|]*\| (.+) \|/.exec(read('store/edge.md')) ?? [];
  expect(terms.split(', ').length).toBeLessThanOrEqual(7);
});

test('docs/permissions-and-privacy.md says what each permission is for', () => {
  for (const path of ['docs/permissions-and-privacy.md', 'docs/zh-CN/permissions-and-privacy.md']) {
    for (const permission of manifest.permissions) expect(read(path)).toContain(`| \`${permission}\` |`);
  }
});
