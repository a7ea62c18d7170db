import { expect, test } from 'vitest';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { explain } from '../../src/explain/explanation.ts';
import { PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
import { judge } from './judge.ts';
import { sampleContext } from './sample-context.ts';

const ALLOWED: HeaderList = [
  ['Access-Control-Allow-Origin', PAGE],
  ['Access-Control-Allow-Headers', 'x-a'],
];

/** A call whose preflight passed, and whose answer has no CORS headers. */
function explained(status: number, headerList: HeaderList) {
  const exchange = sampleExchange({
    requestHeaders: [['Origin', PAGE]],
    preflight: samplePreflight({ headerNames: 'x-a' }, { status: 204, headerList: ALLOWED }),
    response: { status, headerList },
  });
  return explain(judge(exchange), sampleContext(exchange));
}

test("a page of a tunnel's in place of the app's answer: neither an override nor a proxy is offered", () => {
  const { overridePlan, inPage } = explained(200, [['ngrok-error-code', 'ERR_NGROK_6024']]);
  expect(overridePlan).toEqual({ type: 'impossible', because: 'not-the-app' });
  expect(inPage.devProxy).toBeNull();
});

test('an error and an answer of the app itself can be read by either', () => {
  for (const status of [200, 404]) {
    const { overridePlan, inPage } = explained(status, [['Content-Type', 'application/json']]);
    expect(overridePlan.type).toBe('override');
    expect(inPage.devProxy).not.toBeNull();
  }
});
