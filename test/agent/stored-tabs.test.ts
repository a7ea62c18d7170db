import { expect, test } from 'vitest';
import { storedTabs } from '../../src/agent/stored-tabs.ts';
import { type Owner, SERVICE_WORKER, tabOwner } from '../../src/cors/owner.ts';
import { NOTHING_OBSERVED } from '../../src/override/tab-documents.ts';
import { exchangeKey, pageKey, serialize, serializeExchangeRecord } from '../../src/store/stored.ts';
import { PAGE } from '../cors/sample-exchange.ts';

/** The stored text of a call. */
function call(id: string, owner: Owner, timeStamp: number): readonly [string, string] {
  const source = {
    seenBy: 'webRequest',
    requestId: id,
    owner,
    frameId: 0,
    documentId: null,
    initiator: PAGE,
    resourceType: 'xmlhttprequest',
  } as const;
  const step = { phase: 'before-request', timeStamp, url: 'http://127.0.0.1:1/', method: 'GET' } as const;
  const record = {
    request: { source, steps: [step] },
    preflights: [],
    overridden: false,
    note: null,
  } as const;
  return [exchangeKey(owner, id), serializeExchangeRecord(record)];
}

function page(tabId: number, origin: string): readonly [string, string] {
  return [pageKey(tabId), serialize({ origin, since: 0, documents: NOTHING_OBSERVED })];
}

const idsIn = (stored: readonly (readonly [string, string])[]) =>
  storedTabs(new Map(stored)).map(({ tabId, origin, exchanges }) => [
    tabId,
    origin,
    exchanges.map(({ id }) => id),
  ]);

test('the calls of each tab are in the order they began', () => {
  const stored = [
    call('2', tabOwner(7), 20),
    call('1', tabOwner(7), 10),
    call('3', tabOwner(8), 30),
    page(7, PAGE),
  ];
  expect(idsIn(stored)).toEqual([
    [7, PAGE, ['1', '2']],
    [8, 'null', ['3']],
  ]);
});

test('those of a service worker are in each tab of its origin', () => {
  const stored = [call('1', SERVICE_WORKER, 10), page(7, PAGE), page(8, PAGE), page(9, 'https://b.test')];
  expect(idsIn(stored)).toEqual([
    [7, PAGE, ['1']],
    [8, PAGE, ['1']],
    [9, 'https://b.test', []],
  ]);
});

test('what else is stored doesn’t matter', () => {
  expect(
    idsIn([
      ['overrides', '[]'],
      ['cleared/7', '{}'],
      ['more', ''],
    ]),
  ).toEqual([]);
});
