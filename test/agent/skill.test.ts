import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import schema from '../../schemas/report-v2.schema.json' with { type: 'json' };

const SKILL = readFileSync(new URL('../../skills/cors-debugging/SKILL.md', import.meta.url), 'utf8');

/** The first cells of a table, without their code marks. @param head the first cell of its head */
function rowsOf(head: string): readonly string[] {
  const [, table = ''] = SKILL.split(new RegExp(`^\\| ${head} +\\|.*\\n\\| :-.*\\n`, 'm'));
  const lines = table.slice(0, table.search(/^(?!\|)/m)).split('\n');
  return lines.flatMap((line) => /^\| `([^`]+)`/.exec(line)?.[1] ?? []);
}

test('the skill explains fields that reports have', () => {
  const { exchange, cause } = schema.$defs;
  const names = rowsOf('Field');
  expect(names.length).toBeGreaterThan(5);
  // Those of version 1 are in its own schema.
  const known = ['requiredHeaders', ...Object.keys(exchange.properties)];
  for (const name of names) {
    const [field = '', member] = name.split(/\[0\]\.|\./);
    expect(known).toContain(field);
    if (field === 'causes' && member !== undefined) expect(Object.keys(cause.properties)).toContain(member);
  }
});

test('the skill explains each value of `outside`', () => {
  const { outside } = schema.$defs.exchange.properties;
  expect(rowsOf('`outside`')).toEqual(outside.enum.filter((value) => value !== null));
});
