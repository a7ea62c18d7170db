import { describe, expect, test } from 'vitest';
import { clientsOf, type HeaderSource, headerSources } from '../../src/clients/header-sources.ts';
import data from './measured-calls.json' with { type: 'json' };

/** A call to a server on localhost, from a script that tells nothing: only the headers count. */
const CALL = { url: 'http://127.0.0.1:8000/api', script: null };

/** What is said of a call: `right`, `one of` several with the right one among them, `nobody`, or `wrong`. */
function judged({ headers, expected }: (typeof data.calls)[number]): string {
  const sources = headerSources(headers, { ...CALL, asked: headers });
  const said = sources.filter(({ type }) => type === 'client' || type === 'one-of');
  if (said.length === 0) return expected.length === 0 || mayBe(sources, expected) ? 'right' : 'nobody';
  if (!said.every((source) => isTrue(source, expected))) return 'wrong';
  return said.some(({ type }) => type === 'client') ? 'right' : 'one of';
}

function isTrue(source: HeaderSource, expected: readonly string[]): boolean {
  const family = source.type === 'one-of' ? source.family : null;
  return [...clientsOf(source).map(({ name }) => name), family ?? ''].some((name) => isOneOf(name, expected));
}

/** Whether the page is said to add a header that the right library may add as well. */
function mayBe(sources: readonly HeaderSource[], expected: readonly string[]): boolean {
  return sources.some((source) => clientsOf(source).some(({ name }) => isOneOf(name, expected)));
}

/** `AWS` is a name for the `AWS SDK`. */
function isOneOf(name: string, expected: readonly string[]): boolean {
  return expected.some((one) => ` ${name} `.includes(` ${one} `));
}

const results = data.calls.map((call) => ({ id: call.id, result: judged(call) }));
const idsOf = (result: string) => results.filter((one) => one.result === result).map(({ id }) => id);
const figures = ['right', 'one of', 'nobody', 'wrong'].map((result) => `${result}: ${idsOf(result).length}`);
const summary = `${figures.join(', ')} of ${results.length}; nobody: ${idsOf('nobody')}; wrong: ${idsOf('wrong')}`;

describe('of the calls that real libraries were seen to make', () => {
  test('no library is named that it is not', () => {
    expect(idsOf('wrong'), summary).toEqual([]);
  });

  test('95 of 100 get the right name, or several with the right one among them', () => {
    const good = idsOf('right').length + idsOf('one of').length;
    expect(good / results.length, summary).toBeGreaterThanOrEqual(0.95);
  });

  test('so do those that have something to name', () => {
    const named = new Set(data.calls.filter(({ expected }) => expected.length > 0).map(({ id }) => id));
    const good = results.filter(
      ({ id, result }) => named.has(id) && result !== 'nobody' && result !== 'wrong',
    );
    expect(good.length / named.size, summary).toBeGreaterThanOrEqual(0.95);
  });

  test('what is left without a name is known', () => {
    // Laravel has axios add X-Requested-With, and LangGraph's client sends x-api-key: many do.
    expect(idsOf('nobody'), summary).toEqual(['axios-laravel', 'axios-laravel-instance', 'langgraph']);
  });
});
