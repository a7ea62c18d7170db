import { expect, test } from 'vitest';
import type { ReportedExchange } from '../../src/report/report.ts';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import type { RawRequest } from '../servers/raw-request.ts';
import { tabIdOf } from './harness/extension-page.ts';
import { startBlankPage } from './support/blank-page.ts';
import { Gate } from './support/gate.ts';
import { settledExchanges } from './support/settled-report.ts';
import { shareChromium } from './support/shared-chromium.ts';

const chromium = shareChromium();
const METHODS = ['POST', 'PUT', 'DELETE', 'PATCH'];
/** As many as Chromium sends to one server at once. */
const AT_ONCE = 6;

const CALLS = Array.from({ length: 12 }, (_, index) => ({
  method: METHODS[index % METHODS.length] ?? '',
  header: `x-call-${index}`,
}));

/** Makes all calls at once, to the same URL. @returns which of them passed, and what the extension saw */
async function callAll(answer: (request: RawRequest) => string | Promise<string>) {
  const api = await chromium.started(startRawServer(answer));
  const { origin } = await chromium.started(startBlankPage());
  const page = await chromium.openPage(`${origin}/`);
  const passed = await page.evaluate(
    (url, calls) =>
      Promise.all(
        calls.map(({ method, header }) =>
          fetch(url, { method, headers: { [header]: '1' } }).then(
            () => true,
            () => false,
          ),
        ),
      ),
    `${api.origin}/same`,
    CALLS,
  );
  const extension = await chromium.openExtensionPage();
  const tabId = await tabIdOf(extension, `${origin}/`);
  return { passed, exchanges: await settledExchanges(extension, tabId, CALLS.length) };
}

/** What an exchange asked in its preflight, and its own method. */
function asked({ method, preflight }: ReportedExchange) {
  const header = (wanted: string) =>
    preflight?.requestHeaders.find(([name]) => name.toLowerCase() === wanted)?.[1];
  const asked = header('access-control-request-method');
  return { method, asked, header: header('access-control-request-headers') };
}

/** Oldest first is the order in which the page made the calls. */
const EXPECTED = CALLS.map(({ method, header }) => ({ method, asked: method, header }));

/** Whether a call's header is one that the server allows: every third is not. */
function isAllowed(header: string): boolean {
  return Number(header.replace('x-call-', '')) % 3 !== 0;
}

function answerSome({ headers, isPreflight }: RawRequest): string {
  const origin = ['Access-Control-Allow-Origin', headers.get('origin') ?? ''] as const;
  const header = [...headers.keys()].find((name) => name.startsWith('x-call-')) ?? '';
  if (!isPreflight) return httpAnswer(200, [origin, ['X-Answered', header]]);
  const wanted = headers.get('access-control-request-headers') ?? '';
  return httpAnswer(204, [
    origin,
    ['Access-Control-Allow-Methods', METHODS.join(', ')],
    ['Access-Control-Allow-Headers', isAllowed(wanted) ? wanted : 'x-none'],
  ]);
}

test('each of twelve blocked calls to one URL has its own preflight', async () => {
  const { passed, exchanges } = await callAll(({ headers }) =>
    httpAnswer(204, [['Access-Control-Allow-Origin', headers.get('origin') ?? '']]),
  );
  expect(passed).toEqual(CALLS.map(() => false));
  expect(exchanges.map(asked)).toEqual(EXPECTED);
  expect(exchanges.every(({ outcome }) => outcome === 'blocked')).toBe(true);
});

test('each blocked call is told its own header as the fault', async () => {
  const { exchanges } = await callAll(answerSome);
  const faulty = exchanges.filter(({ outcome }) => outcome === 'blocked');
  const certain = faulty.map(({ failures }) => failures.filter(({ when }) => when === 'always'));
  expect(certain.map((faults) => faults.map(({ parameter }) => parameter))).toEqual(
    CALLS.filter(({ header }) => !isAllowed(header)).map(({ header }) => [header]),
  );
});

test('calls that pass among the blocked ones have their own preflight and response', async () => {
  const { passed, exchanges } = await callAll(answerSome);
  expect(passed).toEqual(CALLS.map(({ header }) => isAllowed(header)));
  expect(exchanges.map(asked)).toEqual(EXPECTED);
  const outcomes = exchanges.map(({ outcome }) => outcome === 'allowed');
  expect(outcomes).toEqual(passed);
  const answered = exchanges.map(({ response }) => {
    return response?.responseHeaders.find(([name]) => name.toLowerCase() === 'x-answered')?.[1] ?? null;
  });
  expect(answered).toEqual(CALLS.map(({ header }) => (isAllowed(header) ? header : null)));
});

test('preflights that are answered in reverse order are not mixed up', async () => {
  let waiting: Gate[] = [];
  const { passed, exchanges } = await callAll(async (request) => {
    if (!request.isPreflight) return answerSome(request);
    const gate = new Gate();
    waiting.unshift(gate);
    if (waiting.length === AT_ONCE) {
      const batch = waiting;
      waiting = [];
      batch[0]?.open();
      // Each next one is let go by the one before.
      for (const [index, one] of batch.entries())
        void one.opened.then(() => setImmediate(() => batch[index + 1]?.open()));
    }
    await gate.opened;
    return answerSome(request);
  });
  expect(passed).toEqual(CALLS.map(({ header }) => isAllowed(header)));
  expect(exchanges.map(asked)).toEqual(EXPECTED);
});
