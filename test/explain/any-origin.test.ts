import { describe, expect, test } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { seenAnswers } from '../../src/causes/seen-answers.ts';
import type { Exchange } from '../../src/cors/exchange.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { explain } from '../../src/explain/explanation.ts';
import { speaker } from '../../src/report/say.ts';
import { ticket } from '../../src/report/ticket.ts';
import { COMPLETED, PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
import { judge } from './judge.ts';
import { sampleContext } from './sample-context.ts';

const ANY: HeaderList = [['Access-Control-Allow-Origin', '*']];
const EXACT = `Access-Control-Allow-Origin: ${PAGE}`;
const url = 'https://api.example.com/a';

const sent = (rest: HeaderList = []): HeaderList => [['Origin', PAGE], ...rest];
const works = sampleExchange(
  { url, requestHeaders: sent(), response: { status: 200, headerList: ANY } },
  { outcome: COMPLETED },
);

/** What is to be sent by the panel, and by the ticket. */
function toldOf(exchange: Exchange, ...others: readonly Exchange[]) {
  const judged = judge(exchange, seenAnswers([...others, exchange]).beside(exchange));
  const explanation = explain(judged, sampleContext(exchange));
  const { always, withCredentials } = explanation.onServer.requiredHeaders;
  const line = ({ name, value }: (typeof always)[number]) => `${name}: ${value}`;
  return {
    always: always.map(line),
    withCredentials: withCredentials.map(line),
    ticket: ticket(explanation, speaker(en)),
  };
}

describe('who allows every origin is told to go on so', () => {
  test.each([
    ['where another answer of the URL does', 200, [works]],
    ['where an answer of the server does, and this is an error', 429, [{ ...works, hops: [elsewhere()] }]],
  ] as const)('%s', (_, status, others) => {
    const told = toldOf(
      sampleExchange({ url, requestHeaders: sent(), response: { status, headerList: [] } }),
      ...others,
    );
    expect(told.always).toContain('Access-Control-Allow-Origin: *');
    expect(told.always).not.toContain(EXACT);
    expect(told.withCredentials).toContain(EXACT);
    expect(told.ticket).toContain('```http\nAccess-Control-Allow-Origin: *\n```');
    expect(told.ticket).not.toContain(`\n${EXACT}\n`);
  });

  test('where the preflight does, and its list lacks a name', () => {
    const asked = { headerNames: 'mcp-protocol-version' };
    const told = toldOf(sampleExchange({ url, preflight: samplePreflight(asked, { headerList: ANY }) }));
    expect(told.always).not.toContain(EXACT);
    expect(told.ticket).not.toContain(`\n${EXACT}\n`);
    expect(told.ticket).toContain('`*` stays as it is');
  });
});

describe('nobody is told to allow every origin', () => {
  test.each([
    ['where none did', []],
    ['where other data of the server is for everybody', [{ ...works, hops: [elsewhere()] as const }]],
  ])('%s', (_, others) => {
    const bare = sampleExchange({ url, requestHeaders: sent(), response: { status: 200, headerList: [] } });
    const told = toldOf(bare, ...others);
    expect(told.always).toContain(EXACT);
    expect(told.ticket).not.toContain('Access-Control-Allow-Origin: *\n');
  });

  test('where the call includes credentials, for which it counts for nothing', () => {
    const requestHeaders = sent([['Cookie', '']]);
    const told = toldOf(sampleExchange({ url, requestHeaders, response: { status: 200, headerList: ANY } }));
    expect(told.always).toContain(EXACT);
  });
});

function elsewhere() {
  return { ...works.hops[0], url: 'https://api.example.com/b' };
}
