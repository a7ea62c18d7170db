import { describe, expect, test } from 'vitest';
import { clientsOf, headerSources } from '../../src/clients/header-sources.ts';
import { isOfPackage } from '../../src/clients/script-package.ts';

/** Who adds each of `asked`, in few words. */
function said(asked: readonly string[], url = 'http://127.0.0.1:8000/v1', script: string | null = null) {
  return headerSources(asked, { url, asked, script }).map((source) => {
    const clients = clientsOf(source).map(({ name }) => name);
    return [source.type, ...clients, ...source.names].join(' ');
  });
}

const STAINLESS = ['x-stainless-lang', 'x-stainless-os'];
const SHARED = 'one-of OpenAI Cerebras Groq LangSmith Llama Stack Together x-stainless-lang x-stainless-os';

describe('what clients made with Stainless share', () => {
  test('alone names none of them', () => {
    expect(said(STAINLESS)).toEqual([SHARED]);
  });

  test('is OpenAI’s or Groq’s on Groq’s host: OpenAI’s client is pointed there, too', () => {
    expect(said(STAINLESS, 'https://api.groq.com/openai/v1/chat/completions')).toEqual([
      'one-of OpenAI Groq x-stainless-lang x-stainless-os',
    ]);
    expect(said(STAINLESS, 'https://api.openai.com/v1')).toEqual([
      'client OpenAI x-stainless-lang x-stainless-os',
    ]);
    expect(said(STAINLESS, 'https://groq.com.evil.test/')).toEqual([SHARED]);
  });

  test.each([
    ['http://localhost:5173/node_modules/.vite/deps/groq-sdk.js?v=1a2b', 'Groq'],
    ['https://cdn.jsdelivr.net/npm/openai@6.1.0/+esm', 'OpenAI'],
    ['https://esm.sh/together-ai', 'Together'],
    ['http://localhost:5173/node_modules/.vite/deps/langsmith.js', 'LangSmith'],
    ['http://localhost:5173/node_modules/.vite/deps/@cerebras_cerebras_cloud_sdk.js', 'Cerebras'],
  ])('is settled by the script %s', (script, name) => {
    const call = 'https://api.groq.com/';
    expect(said(STAINLESS, call, script)).toEqual([`client ${name} x-stainless-lang x-stainless-os`]);
  });

  test('is settled by a header that only one of them adds', () => {
    const host = 'https://api.groq.com/';
    expect(said(['openai-beta', 'x-stainless-os'], host)).toEqual([
      'client OpenAI openai-beta x-stainless-os',
    ]);
    expect(said(['anthropic-version', 'x-stainless-os'])).toEqual([
      'client Anthropic anthropic-version x-stainless-os',
    ]);
  });
});

test('a mix names each', () => {
  expect(said(['authorization', 'x-mine', 'sentry-trace', 'baggage', 'x-client-info'])).toEqual([
    'page authorization',
    'unknown x-mine',
    'client Sentry sentry-trace baggage',
    'client Supabase x-client-info',
  ]);
});

test.each([
  'authorization',
  'content-type',
  'x-requested-with',
  'x-csrf-token',
  'x-api-key',
  'cache-control',
])('%s alone names nobody', (name) => {
  expect(said([name])).toEqual([`page ${name}`]);
});

test('a script in the page’s own folders tells nothing', () => {
  expect(isOfPackage('http://localhost:5173/src/openai.ts', 'openai')).toBe(false);
  expect(isOfPackage('http://localhost:5173/node_modules/openai-edge/index.js', 'openai')).toBe(false);
  expect(isOfPackage('http://localhost:5173/node_modules/openai/index.mjs', 'openai')).toBe(true);
});
