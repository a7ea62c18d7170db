import { expect, test } from 'vitest';
import { SERVICE_WORKER, tabOwner } from '../../src/cors/owner.ts';
import { clearedKey, droppedKey, exchangeKey, indexKey, pageKey, parseKey } from '../../src/store/stored.ts';

test.each([
  [exchangeKey(tabOwner(7), 'a/b'), { type: 'exchange', owner: tabOwner(7), id: 'a/b' }],
  [exchangeKey(SERVICE_WORKER, '12'), { type: 'exchange', owner: SERVICE_WORKER, id: '12' }],
  [indexKey(SERVICE_WORKER, 'x3'), { type: 'index', owner: SERVICE_WORKER }],
  [pageKey(7), { type: 'page', tabId: 7 }],
  [droppedKey(7), { type: 'dropped', tabId: 7 }],
  [clearedKey(7), { type: 'cleared', tabId: 7 }],
])('parseKey reads %s', (key, parsed) => expect(parseKey(key)).toEqual(parsed));

test.each(['overrides', 'exchange/7', 'index/7', 'page/worker', 'exchange/-1/2', 'other/7'])(
  'parseKey knows no owner of %s',
  (key) => expect(parseKey(key)).toBeNull(),
);
