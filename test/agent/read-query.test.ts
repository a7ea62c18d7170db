import { expect, test } from 'vitest';
import { readQuery } from '../../src/agent/read-query.ts';

test.each([
  [undefined, {}],
  [{}, {}],
  [{ tabId: 7 }, { tabId: 7 }],
  [{ url: '/orders', tabId: undefined }, { url: '/orders' }],
])('%j is a question', (query, read) => {
  expect(readQuery(query)).toEqual(read);
});

test.each([[null], ['/orders'], [7], [{ tabId: '7' }], [{ tabId: 1.5 }], [{ url: 7 }], [{ page: 1 }]])(
  '%j is none, and what would be one is said',
  (query) => {
    expect(() => readQuery(query)).toThrow('explain() takes { tabId?: number, url?: string }');
  },
);
