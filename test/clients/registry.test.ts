import { describe, expect, test } from 'vitest';
import { clientsOf, headerSources } from '../../src/clients/header-sources.ts';
import { CLIENTS } from '../../src/clients/registry.ts';
import { STOPS } from '../../src/clients/stops/registry.ts';
import { STOPS_RUN } from './stops-run.ts';

/** A name that a list of the registry holds. */
function example(name: string): string {
  return name.replace(/\*$/, 'example');
}

const namesOf = (list = '') => (list === '' ? [] : list.split(' '));

test('every library has a name of its own', () => {
  const names = CLIENTS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(100);
});

describe.each(CLIENTS.map((client) => [client.name, client] as const))('%s', (_name, client) => {
  const lists = [client.headers, client.beside, client.always, client.without, client.hosts, client.script];

  test('has lists of lower-cased names', () => {
    for (const list of lists) expect(list ?? 'x').toMatch(/^[^\sA-Z]+(?: [^\sA-Z]+)*$/);
    for (const name of client.commonNames ?? []) expect(namesOf(client.headers)).toContain(wildcardOf(name));
  });

  test('is among those that may be meant where all of its headers are sent', () => {
    const asked = [...namesOf(client.headers), ...namesOf(client.always).slice(0, 1)].map(example);
    const sources = headerSources(asked, { url: 'http://localhost/', asked, script: null });
    expect(sources.flatMap(clientsOf)).toContain(client);
  });

  /** The name in the library's list that holds `name`. */
  function wildcardOf(name: string): string {
    const list = namesOf(client.headers);
    return list.find((one) => one.endsWith('*') && name.startsWith(one.slice(0, -1))) ?? name;
  }
});

test('what stops a library is known once, and documented', () => {
  expect(new Set(STOPS.map(({ client }) => client)).size).toBe(STOPS.length);
  for (const { docs } of STOPS) expect(new URL(docs).protocol).toBe('https:');
});

test('every setting that is said to stop a library was run against it', () => {
  expect(STOPS.map(({ client }) => client.name).toSorted()).toEqual([...STOPS_RUN.keys()].toSorted());
});
