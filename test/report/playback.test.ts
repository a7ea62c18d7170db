import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import zh from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import { CHROME, type Exchange } from '../../src/cors/index.ts';
import { type Explanation, explain } from '../../src/explain/index.ts';
import { type FileContent, readPasted } from '../../src/file/index.ts';
import { agentPrompt } from '../../src/report/agent-prompt.ts';
import { agentPromptOfMany } from '../../src/report/agent-prompt-of-many.ts';
import { UNREAD_HEADERS } from '../../src/report/playback.ts';
import { speaker } from '../../src/report/say.ts';
import { ticket } from '../../src/report/ticket.ts';
import { FINGERPRINTS } from '../../src/stacks/fingerprints.ts';
import { CAUSE_TABLE } from '../causes/cause-table.ts';
import { sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
import { judge } from '../explain/judge.ts';
import { sampleContext } from '../explain/sample-context.ts';
import { schemaProblems } from '../support/report-schema.ts';
import { hostileText, structure } from './markdown-structure.ts';
import { OLLAMA } from './ollama-exchange.ts';
import { explained } from './sample-explained.ts';

const [english, chinese] = [speaker(en), speaker(zh)];

function explanationOf(exchange: Exchange): Explanation {
  return explain(judge(exchange), sampleContext(exchange));
}

function pasted(text: string): FileContent {
  const result = readPasted(text, CHROME);
  if (result.type !== 'content') throw new Error(`It was refused: ${result.why.key}`);
  return result;
}

/** The only exchange that a text plays back. */
function playedBack(text: string): Exchange {
  const { exchanges } = pasted(text);
  const [exchange] = exchanges;
  if (exchange === undefined || exchanges.length > 1) throw new Error(`There are ${exchanges.length} calls.`);
  return exchange;
}

/** All that is said of an exchange; secrets in its URLs are cut before. */
function said(exchange: Exchange): unknown {
  const { exchange: _, diagnosis, cause, ...rest } = explanationOf(exchange);
  return JSON.parse(JSON.stringify({ outcome: diagnosis.outcome, cause: cause?.id, ...rest }));
}

/** Of what CORS decides nothing about, nobody is handed a ticket or a task. */
const EXCHANGES = CAUSE_TABLE.filter(([, { outside }]) => outside === undefined).map(
  ([name, exchange]) => [name, exchange] as const,
);

describe('whoever pastes it is told the same', () => {
  test.each(EXCHANGES)('of %s, by ticket and by prompt', (_, exchange) => {
    const texts = [
      ticket(explanationOf(exchange), english),
      ticket(explanationOf(exchange), chinese),
      agentPrompt(explained(exchange), english),
    ];
    for (const text of texts) expect(said(playedBack(text))).toEqual(said(exchange));
  });

  test('of several causes, by the prompt for all of them', () => {
    const some = EXCHANGES.slice(0, 5).map(([, exchange], index) => ({
      ...exchange,
      startedAt: 1_000 + index,
    }));
    const causes = some.map((exchange) => ({
      explained: explained(exchange),
      exchanges: [exchange, exchange],
    }));
    const { exchanges } = pasted(agentPromptOfMany(causes, english));
    expect(exchanges.map(said)).toEqual(some.map(said));
  });

  test('of a line of code, of an override, and of the stack that the sender named', () => {
    const exchange: Exchange = { ...OLLAMA, overridden: true };
    const explanation: Explanation = {
      ...explanationOf(exchange),
      answerer: { stack: 'express', certainty: 'chosen' },
    };
    const content = pasted(ticket(explanation, english));
    expect([...content.stackChoices]).toEqual([['http://127.0.0.1:11434', 'express']]);
    expect(content.exchanges[0]).toMatchObject({
      overridden: true,
      location: { url: 'http://localhost:5174/src/chat.ts', line: 12, functionName: 'ask' },
    });
  });
});

describe('the block', () => {
  const blockIn = (text: string) => /```json\n(.+)\n```\n$/.exec(text)?.[1] ?? '';

  test.each(EXCHANGES)('of %s has the fields of version 2, and none of another form', (_, exchange) => {
    const block = JSON.parse(blockIn(ticket(explanationOf(exchange), english)));
    const wrong = schemaProblems(block).filter((problem) => !problem.includes('must have required property'));
    // Where a field of version 1 is missing, Ajv counts the others as unknown.
    expect(wrong.filter((problem) => !problem.endsWith('must NOT have unevaluated properties'))).toEqual([]);
  });

  test('holds no secret, and no header that only tells of the browser', () => {
    const secret = 's3cret-token-0123456789';
    const headers = [
      ['Authorization', `Bearer ${secret}`],
      ['User-Agent', 'Mozilla/5.0'],
      ['Referer', `http://localhost:5174/${secret}`],
    ] as const;
    const exchange = sampleExchange({
      url: `http://127.0.0.1:8000/a?access_token=${secret}`,
      method: 'GET',
      requestHeaders: headers,
      response: { status: 500, headerList: [['Set-Cookie', `session=${secret}`]] },
    });
    const block = blockIn(ticket(explanationOf(exchange), english));
    expect(block).toContain('"Authorization"');
    expect(block).not.toMatch(/s3cret|Mozilla/);
  });

  test('leaves out nothing that tells a server', () => {
    const read = FINGERPRINTS.flatMap(([, fingerprints]) =>
      fingerprints.flatMap(({ headers, spelled = [] }) => [...Object.keys(headers), ...spelled]),
    );
    expect(read.map((name) => name.toLowerCase()).filter((name) => UNREAD_HEADERS.has(name))).toEqual([]);
  });

  test('is the end of a text whose blocks are whole, whatever a server sends', () => {
    const given = (value: string) => {
      const headerList = [
        ['Access-Control-Allow-Origin', `x:${value}`],
        ['Server', value],
        ['X-Powered-By', value],
      ] as const;
      const preflight = samplePreflight({ method: 'PUT', headerNames: 'x-a' }, { status: 405, headerList });
      return sampleExchange(
        { url: `http://127.0.0.1:8000/p?${encodeURI(value)}`, method: 'PUT', preflight },
        {
          location: { url: `http://localhost:5174/${value}`, line: 1, column: 1, functionName: value },
        },
      );
    };
    const plain = structure(ticket(explanationOf(given('plain')), english));
    fc.assert(
      fc.property(hostileText, (value) => {
        const exchange = given(value);
        for (const text of [
          ticket(explanationOf(exchange), english),
          agentPrompt(explained(exchange), english),
        ]) {
          const block = blockIn(text);
          expect(block).toMatch(/^[ -_a-~]+$/);
          expect(text.match(/^```json$/gm)).toHaveLength(1);
          expect(playedBack(text).hops[0].preflight?.response?.headerList).toHaveLength(3);
        }
        expect(structure(ticket(explanationOf(exchange), english)).blocks).toEqual(plain.blocks);
      }),
      { numRuns: 200 },
    );
  });
});
