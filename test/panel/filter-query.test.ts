import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FilterQuery, parseFilter } from '../../src/panel/model/filter-query.ts';

/** Each term in short: its sign, its type, and what it looks for. */
function inShort({ terms }: FilterQuery): readonly string[] {
  return terms.map((term) => {
    const what = term.type === 'is' ? term.kinds.join('|') : term.text;
    return `${term.negated ? '-' : '+'}${term.type} ${what}`;
  });
}

test.each([
  ['', []],
  ['   ', []],
  ['chat', ['+text chat']],
  ['Chat  Completions', ['+text chat', '+text completions']],
  ['"chat completions"', ['+text chat completions']],
  ['is:blocked', ['+is blocked']],
  ['IS:Blocked', ['+is blocked']],
  ['is:p', ['+is passed|pending']],
  ['-is:passed', ['-is passed']],
  ['method:POST', ['+method post']],
  ['-method:get', ['-method get']],
  ['domain:localhost:8080', ['+domain localhost:8080']],
  ['origin:http://localhost', ['+origin http://localhost']],
  ['-favicon -is:failed x', ['-text favicon', '-is failed', '+text x']],
  ['-"two words"', ['-text two words']],
  ['method:"POST"', ['+method post']],
  // Still being typed: nothing is asked for yet.
  ['is:', []],
  ['method:', []],
  ['-', []],
  ['"', []],
  ['chat -', ['+text chat']],
  ['"chat compl', ['+text chat compl']],
  // A colon alone makes no key.
  ['http://localhost:5174/a', ['+text http://localhost:5174/a']],
  ['status:404', ['+text status:404']],
  ['x-is:blocked', ['+text x-is:blocked']],
  ['a"b c"', ['+text a"b', '+text c"']],
])('%j', (text, terms) => {
  const query = parseFilter(text);
  expect(inShort(query)).toEqual(terms);
  expect(query.unknown).toEqual([]);
});

test('parseFilter names an unknown kind, and searches it as text', () => {
  const query = parseFilter('-is:Bloked chat');
  expect(inShort(query)).toEqual(['-text is:bloked', '+text chat']);
  expect(query.unknown).toEqual(['is:Bloked']);
});

test('parseFilter reads any text', () => {
  const pieces = fc.constantFrom('is:', '-', '"', ' ', 'method:', 'a', ':', 'blocked', '\u3000', '\ud800');
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string())), (parts) => {
      const { terms } = parseFilter(parts.join(''));
      for (const term of terms) expect(term.type === 'is' ? term.kinds : term.text).not.toHaveLength(0);
    }),
  );
});
