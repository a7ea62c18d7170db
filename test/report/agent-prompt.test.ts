import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import zh from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import type { Exchange } from '../../src/cors/exchange.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { type Explanation, explain } from '../../src/explain/explanation.ts';
import { agentPrompt } from '../../src/report/agent-prompt.ts';
import { variantOf } from '../../src/report/explained.ts';
import { speaker } from '../../src/report/say.ts';
import { PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
import { judge } from '../explain/judge.ts';
import { sampleContext } from '../explain/sample-context.ts';
import { hostileText, structure } from './markdown-structure.ts';
import { OLLAMA } from './ollama-exchange.ts';

const LANGUAGES = { en: speaker(en), zh_CN: speaker(zh) };

function explained(exchange: Exchange): Explanation {
  return explain(judge(exchange), sampleContext(exchange));
}

function prompt(explanation: Explanation, say = LANGUAGES.en): string {
  return agentPrompt({ explanation, variant: variantOf(explanation, '', 'Linux') }, say);
}

describe.each(Object.entries(LANGUAGES))('in %s', (language, say) => {
  test('the prompt for the OpenAI client and Ollama reads as it should', async () => {
    await expect(prompt(explained(OLLAMA), say)).toMatchFileSnapshot(`golden/agent-ollama.${language}.md`);
  });
});

test('a prompt is short, and names the header, the file, the proof and what not to do', () => {
  const text = prompt(explained(OLLAMA));
  expect(text.split('\n').length).toBeLessThanOrEqual(60);
  for (const part of ['x-stainless-timeout', 'Ollama', 'src/chat.ts', 'curl', 'no-cors'])
    expect(text).toContain(part);
});

test('secrets are cut from URLs and headers', () => {
  const secret = 's3cret-token-0123456789';
  const exchange = sampleExchange(
    {
      url: `http://127.0.0.1:8000/items?access_token=${secret}`,
      method: 'GET',
      requestHeaders: [
        ['Origin', PAGE],
        ['Authorization', `Bearer ${secret}`],
      ],
      response: { status: 500, headerList: [['Set-Cookie', `session=${secret}`]] },
    },
    { location: OLLAMA.location },
  );
  expect(prompt(explained(exchange))).not.toContain(secret);
});

test('text from servers and pages stays a value in the prompt: no new block, no markup, no instruction', () => {
  const given = (value: string) => {
    const headerList: HeaderList = [
      ['Access-Control-Allow-Origin', `x:${value}`],
      ['X-Powered-By', 'Express'],
      ['Server', value],
    ];
    return explained(
      sampleExchange(
        {
          url: `http://127.0.0.1:8000/p?${encodeURI(value)}`,
          method: 'PUT',
          preflight: samplePreflight({ method: 'PUT', headerNames: 'x-a' }, { status: 405, headerList }),
        },
        { location: { url: `${PAGE}/${value}`, line: 1, column: 1, functionName: '' } },
      ),
    );
  };
  const plain = structure(prompt(given('plain')));
  fc.assert(
    fc.property(hostileText, (value) => {
      const { blocks, inline } = structure(prompt(given(value)));
      expect(blocks).toEqual(plain.blocks);
      expect([...inline].sort()).toEqual([...plain.inline].sort());
    }),
    { numRuns: 150 },
  );
});
