import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import zh from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import { NOTHING_SEEN, seenAnswers } from '../../src/causes/index.ts';
import { CHROME, type Exchange, type Hop } from '../../src/cors/index.ts';
import { type Explanation, explain, explainAll } from '../../src/explain/index.ts';
import { type FileContent, readPasted } from '../../src/file/index.ts';
import { agentPrompt } from '../../src/report/agent-prompt.ts';
import { agentPromptOfMany } from '../../src/report/agent-prompt-of-many.ts';
import { UNREAD_HEADERS } from '../../src/report/playback.ts';
import { speaker } from '../../src/report/say.ts';
import { ticket } from '../../src/report/ticket.ts';
import { toReportV2 } from '../../src/report/to-report-v2.ts';
import { FINGERPRINTS } from '../../src/stacks/fingerprints.ts';
import { caseExchange } from '../causes/case-exchange.ts';
import data from '../causes/cases.json' with { type: 'json' };
import { CAUSE_TABLE } from '../causes/cause-table.ts';
import { COMPLETED, PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
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

const EXCHANGES = CAUSE_TABLE.map(([name, exchange]) => [name, exchange] as const);

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

const LET_THROUGH = [
  ['Access-Control-Allow-Origin', PAGE],
  ['Access-Control-Allow-Credentials', 'true'],
] as const;

/** A call with credentials that CORS let through. */
function passed(url: string, status: number, ...answered: readonly (readonly [string, string])[]): Exchange {
  return sampleExchange(
    {
      url,
      method: 'GET',
      requestHeaders: [
        ['Origin', PAGE],
        ['Sec-Fetch-Site', 'cross-site'],
        ['Sec-Fetch-Storage-Access', 'active'],
      ],
      response: { status, headerList: [...LET_THROUGH, ...answered] },
    },
    { outcome: COMPLETED },
  );
}

const TURNED_AWAY = passed('http://127.0.0.1:8000/me', 401);
/** Of another port, and followed by an answer that sets nothing. */
const loggedIn = (cookie: string) => [
  passed('http://127.0.0.1:9000/login', 200, ['Set-Cookie', `session=s3cret; Domain=s3cret; ${cookie}`]),
  passed('http://127.0.0.1:9000/login', 200),
];

describe('whoever gets a call that lacks its cookie is told the same, though the login set that', () => {
  test.each([
    ['HttpOnly', 'cookiesDefault'],
    ['SameSite=Lax', 'cookiesKept'],
    ['Secure; SameSite=Strict', 'cookiesKept'],
    ['SameSite=None', 'cookiesInsecure'],
    ['SameSite=None; Secure', 'cookiesUnseen'],
    ['SameSite=None; Partitioned', 'cookiesInsecure'],
  ])('with %s', (cookie, key) => {
    const seen = [...loggedIn(cookie), TURNED_AWAY];
    const shared = { ...sampleContext(TURNED_AWAY), stackChoices: new Map(), furtherOrigins: () => [] };
    const [explanation] = explainAll([judge(TURNED_AWAY)], seen, shared);
    if (explanation === undefined) throw new Error('Nothing is said of it.');
    expect(explanation.unsentCookies?.why.key).toBe(key);
    const one = { explanation, variant: null, repeats: 0 };
    const texts = [
      ticket(explanation, english),
      agentPrompt(one, english),
      agentPromptOfMany([{ explained: one, exchanges: [TURNED_AWAY] }], english),
      JSON.stringify(toReportV2('Chrome', [one], english)),
    ];
    for (const text of texts) {
      const { unsentCookies, cause, headline } = explanationOf(playedBack(text));
      expect({ unsentCookies, cause, headline }).toEqual({
        unsentCookies: explanation.unsentCookies,
        cause: explanation.cause,
        headline: explanation.headline,
      });
      expect(text).not.toContain('s3cret');
    }
  });

  test('and of a report that tells of no cookies none are known, not even by an answer whose own are cut', () => {
    const own = passed('http://127.0.0.1:8000/me', 401, ['Set-Cookie', '…; SameSite=Lax']);
    const { cookiesSet: _, ...older } = toReportV2('Chrome', [explained(own)], english).exchanges[0] ?? {};
    const report = { format: 'preflight-inspector/report', version: 2, exchanges: [older] };
    expect(explanationOf(playedBack(JSON.stringify(report))).unsentCookies?.why.key).toBe('cookiesUnseen');
  });
});

/** The id of the cause that is seen in an exchange alone. */
function causeOf(exchange: Exchange) {
  return judge(exchange, NOTHING_SEEN).cause?.id ?? null;
}

describe('the cause stays', () => {
  test.each(data.cases.map((reported) => [reported.id, caseExchange(reported)] as const))(
    'of what people have reported: %s',
    (_, exchange) => {
      const prompt = agentPromptOfMany(
        [{ explained: explained(exchange), exchanges: [exchange, exchange] }],
        english,
      );
      for (const text of [ticket(explanationOf(exchange), english), prompt])
        expect(causeOf(playedBack(text))).toBe(causeOf(exchange));
    },
  );

  test.each(EXCHANGES)('of %s whose address has a secret', (_, exchange) => {
    const secret = 's3cret-token-0123456789';
    const withSecret = <Told extends Hop>(hop: Told): Told => ({
      ...hop,
      url: hop.url.startsWith('http') ? `${hop.url.split('?', 1)[0]}?access_token=${secret}` : hop.url,
    });
    const [first, ...rest] = exchange.hops;
    const secretly: Exchange = { ...exchange, hops: [withSecret(first), ...rest.map(withSecret)] };
    const text = ticket(explanationOf(secretly), english);
    expect(text).not.toContain(secret);
    expect(causeOf(playedBack(text))).toBe(causeOf(secretly));
  });

  test.each([
    'null',
    'https://a.test:8443',
    'chrome-extension://abcdefgh',
    'moz-extension://0a1b-2c',
    'tauri://localhost',
    'capacitor://localhost:3000',
  ])('of a page whose origin is %s', (origin) => {
    expect(playedBack(ticket(explanationOf({ ...OLLAMA, origin }), english)).origin).toBe(origin);
  });

  test.each(['http://a.test:80', 'http://a.test/', 'x://a b', 'javascript:alert(1)', 'a.test', ''])(
    'of no page, where %j is no origin',
    (origin) => {
      const text = ticket(explanationOf(OLLAMA), english).replace(
        `"origin":"${OLLAMA.origin}"`,
        `"origin":${JSON.stringify(origin)}`,
      );
      expect(pasted(text).exchanges).toEqual([]);
    },
  );

  test.each(CAUSE_TABLE.filter(([, , , others]) => others.length > 0))(
    'or is named where other calls decided it: %s',
    (_, exchange, id, others) => {
      const seen = seenAnswers([...others, exchange]);
      const explanation = explain(judge(exchange, seen.beside(exchange)), sampleContext(exchange));
      expect(explanation.cause?.id).toBe(id);
      const { notes } = pasted(ticket(explanation, english));
      const named = notes.filter(({ key }) => key === 'fileSenderCauses').map(({ values }) => values);
      expect(named).toEqual(causeOf(exchange) === id ? [] : [{ causes: [id] }]);
    },
  );
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

  test('holds none of the secrets of a policy', () => {
    const sources = "'self' 'nonce-s3cret' https://api.test/?token=s3cret";
    const violated = { directive: 'default-src', sources, wanted: 'connect-src', via: 'header' } as const;
    const exchange: Exchange = {
      ...OLLAMA,
      outcome: { type: 'error', error: 'blocked:csp' },
      outside: { type: 'content-security-policy', violated },
    };
    const block = blockIn(agentPrompt(explained(exchange), english));
    expect(block).toContain("'self' 'nonce-");
    expect(block).not.toContain('s3cret');
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
  }, 120_000);
});
