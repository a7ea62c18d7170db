import OpenAI4 from 'openai';
import OpenAI6 from 'openai-6';
import { describe, expect, test } from 'vitest';
import { workaroundsFor } from '../../src/clients/workarounds-for.ts';

const MESSAGES = [{ role: 'user' as const, content: 'Say hello.' }];
const BASE = { baseURL: 'http://127.0.0.1:11434/v1', apiKey: 'ollama', dangerouslyAllowBrowser: true };

/** The options that the panel shows for `names`, run as the code that they are. */
function shownOptions(names: readonly string[], fetch: typeof globalThis.fetch): object {
  const [way, ...others] = workaroundsFor({
    url: `${BASE.baseURL}/chat/completions`,
    names,
    asked: names,
    script: null,
  });
  expect(others).toEqual([]);
  const [step] = way?.steps ?? [];
  if (step?.type !== 'edit') throw new Error('Nothing to paste.');
  expect(step.file).toContain('new OpenAI()');
  return new Function('fetch', `return {${step.code}}`)(fetch);
}

/** The header names that a client sends, when it is made with the options shown for `names`. */
async function sentHeaders(
  call: (options: typeof BASE & { fetch: typeof globalThis.fetch }) => Promise<unknown>,
  names: readonly string[],
): Promise<readonly string[]> {
  let sent: readonly string[] = [];
  const recorder: typeof fetch = (_input, init) => {
    sent = [...new Headers(init?.headers).keys()];
    return Promise.resolve(Response.json({ choices: [{ index: 0, message: MESSAGES[0] }] }));
  };
  const options = names.length === 0 ? {} : shownOptions(names, recorder);
  await call({ ...BASE, fetch: recorder, ...options });
  return sent;
}

const clients = {
  'openai 4.104.0': (options: typeof BASE) =>
    new OpenAI4(options).chat.completions.create({ model: 'm', messages: MESSAGES }),
  'openai 6.49.0, with a timeout': (options: typeof BASE) =>
    new OpenAI6(options).chat.completions.create({ model: 'm', messages: MESSAGES }, { timeout: 9_000 }),
};

describe.each(Object.entries(clients))('%s', (_name, call) => {
  const stainless = ['x-stainless-timeout', 'x-stainless-os', 'x-stainless-retry-count'];

  test('sends these headers by itself', async () => {
    expect(await sentHeaders(call, [])).toEqual(expect.arrayContaining(stainless));
  });

  test('with the shown option it no longer sends the one that is not allowed, and the rest as before', async () => {
    const before = await sentHeaders(call, []);
    const after = await sentHeaders(call, ['x-stainless-timeout']);
    expect(after).toEqual(before.filter((name) => name !== 'x-stainless-timeout'));
  });

  test('with the shown option it sends none of several', async () => {
    const after = await sentHeaders(call, stainless);
    expect(stainless.filter((name) => after.includes(name))).toEqual([]);
    expect(after).toContain('authorization');
  });
});

const helpers = {
  'openai 4.104.0': (options: typeof BASE) =>
    new OpenAI4(options).beta.chat.completions.parse({ model: 'm', messages: MESSAGES }),
  'openai 6.49.0': (options: typeof BASE) =>
    new OpenAI6(options).chat.completions.parse({ model: 'm', messages: MESSAGES }),
};

test.each(Object.entries(helpers))('%s: what a method sets itself goes too', async (_name, call) => {
  const name = 'x-stainless-helper-method';
  expect(await sentHeaders(call, [])).toContain(name);
  expect(await sentHeaders(call, [name])).not.toContain(name);
});
