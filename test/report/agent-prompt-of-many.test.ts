import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import zh from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import type { Exchange } from '../../src/cors/exchange.ts';
import { byCause } from '../../src/explain/by-cause.ts';
import { agentPrompt } from '../../src/report/agent-prompt.ts';
import { agentPromptOfMany } from '../../src/report/agent-prompt-of-many.ts';
import { speaker } from '../../src/report/say.ts';
import { preflight } from '../causes/cause-table.ts';
import { API, PAGE, sampleExchange } from '../cors/sample-exchange.ts';
import { judge } from '../explain/judge.ts';
import { hostileText, structure } from './markdown-structure.ts';
import { OLLAMA } from './ollama-exchange.ts';
import { explained } from './sample-explained.ts';

const LANGUAGES = { en: speaker(en), zh_CN: speaker(zh) };

/** A POST to an application whose errors have no CORS headers. */
function crash(id: string, url = 'http://127.0.0.1:8000/orders'): Exchange {
  return sampleExchange(
    {
      url,
      method: 'GET',
      requestHeaders: [['Origin', PAGE]],
      response: { status: 500, headerList: [['Server', 'uvicorn']] },
    },
    { id },
  );
}

const FIVE: readonly Exchange[] = [
  { ...OLLAMA, id: '1' },
  { ...OLLAMA, id: '2' },
  {
    ...OLLAMA,
    id: '3',
    hops: [{ ...OLLAMA.hops[0], url: `${API}/v1/embeddings?token=s3cret-token-0123456789` }],
  },
  crash('4'),
  crash('5'),
];

function prompt(exchanges: readonly Exchange[], say = LANGUAGES.en): string {
  const causes = byCause(exchanges.map((one) => judge(one))).map((rows) => ({
    explained: explained(rows[0].exchange),
    exchanges: rows.map(({ exchange }) => exchange),
  }));
  return agentPromptOfMany(causes, say);
}

describe.each(Object.entries(LANGUAGES))('in %s', (language, say) => {
  test('five requests with two causes are one task', async () => {
    await expect(prompt(FIVE, say)).toMatchFileSnapshot(`golden/agent-many.${language}.md`);
  });
});

test('each cause is explained once, and equal requests are named once', () => {
  const text = prompt(FIVE);
  expect(text).toMatch(/^# CORS: 5 requests, 2 causes\n/);
  expect(text.match(/^## Cause \d of 2: /gm)).toEqual(['## Cause 1 of 2: ', '## Cause 2 of 2: ']);
  expect(text.match(/^- `.*`$/gm)).toEqual([
    '- `POST http://127.0.0.1:11434/v1/chat/completions`',
    '- `POST http://127.0.0.1:11434/v1/embeddings?token=…`',
    '- `GET http://127.0.0.1:8000/orders`',
  ]);
  expect(text).not.toContain('s3cret');
});

test('one request is the task that its detail copies', () => {
  expect(prompt([OLLAMA])).toBe(agentPrompt(explained(OLLAMA), LANGUAGES.en));
});

test('many requests of one cause are counted, not listed', () => {
  const calls = Array.from({ length: 13 }, (_, index) => crash(`${index}`, `http://127.0.0.1:8000/${index}`));
  const text = prompt(calls);
  expect(text).toMatch(/^# CORS: 13 requests, 1 cause\n/);
  expect(text.match(/^- `GET /gm)).toHaveLength(10);
  expect(text).toContain('- and `3` more\n');
});

test('a call that waits or passed has no part in it', () => {
  expect(
    byCause([{ ...preflight(204), outcome: { type: 'pending' } as const }].map((one) => judge(one))),
  ).toHaveLength(1);
  expect(byCause([sampleExchange({}, { outcome: { type: 'pending' } })].map((one) => judge(one)))).toEqual(
    [],
  );
});

test('whatever a page calls stays a value in the list of requests', () => {
  const given = (value: string) => [
    crash('1', `http://127.0.0.1:8000/p?${value}`),
    crash('2', 'http://127.0.0.1:8000/q'),
  ];
  const plain = structure(prompt(given('plain')));
  fc.assert(
    fc.property(hostileText, (value) => {
      const { blocks, inline } = structure(prompt(given(value)));
      expect(blocks).toEqual(plain.blocks);
      expect([...inline].sort()).toEqual([...plain.inline].sort());
    }),
    { numRuns: 60 },
  );
});
