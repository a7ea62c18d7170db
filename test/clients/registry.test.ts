import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Client } from '../../src/clients/client.ts';
import { CLIENTS, clientOf } from '../../src/clients/registry.ts';

const ALL: readonly Client[] = Object.values(CLIENTS);

/** Header names that a client claims: enough of them to meet every alternative of its pattern. */
const CLAIMED = new Map(ALL.map((client) => [client, matching(client.headers)]));

function matching(pattern: RegExp): readonly string[] {
  return fc.sample(fc.stringMatching(pattern), { numRuns: 500, seed: 1 });
}

/** Pairs where the first takes a header name from the second, and has no mark that would leave it to the second. */
function hidden(clients: readonly Client[]): readonly string[] {
  return clients.flatMap((general, index) =>
    clients
      .slice(index + 1)
      .filter((other) => general.mark === undefined && shareName(general, other))
      .map((other) => `${general.name} hides ${other.name}`),
  );
}

function shareName(one: Client, other: Client): boolean {
  const names = [one, other].flatMap((client) => CLAIMED.get(client) ?? []);
  return names.some((name) => one.headers.test(name) && other.headers.test(name));
}

describe('of two clients that claim the same header name', () => {
  test('the more general one, which has no mark, stands last', () => {
    expect(hidden(ALL)).toEqual([]);
  });

  test.each([
    [CLIENTS.openai, CLIENTS.anthropic],
    [CLIENTS.opentelemetry, CLIENTS.sentry],
    [CLIENTS.azure, CLIENTS['application-insights']],
    [CLIENTS.axios, CLIENTS.signalr],
  ])('a wrong order is noticed', (general, special) => {
    expect(hidden([general, special])).toEqual([`${general.name} hides ${special.name}`]);
    expect(hidden([special, general])).toEqual([]);
  });
});

test('each client claims its common names, and the names that its mark matches', () => {
  const unclaimed = ALL.flatMap(({ headers, mark, commonNames = [] }) =>
    [...commonNames, ...(mark === undefined ? [] : matching(mark))].filter((name) => !headers.test(name)),
  );
  expect(unclaimed).toEqual([]);
});

describe.each(Object.entries<Client>(CLIENTS))('%s', (id, { headers, mark, docs }) => {
  test('is found by what it alone adds', () => {
    expect(matching(mark ?? headers).some((name) => clientOf(name, [name]) === id)).toBe(true);
  });

  test('has a pattern for lower-cased names that keeps no state', () => {
    expect(headers.flags + (mark?.flags ?? '')).toBe('');
    expect(headers.source).not.toMatch(/(?<!\\)[A-Z]/);
    expect(new URL(docs).protocol).toBe('https:');
  });
});
