import { expect, test } from 'vitest';
import { tabOwner } from '../../src/cors/owner.ts';
import { toExchange } from '../../src/observe/record.ts';
import { sharedText } from '../../src/observe/shared-text.ts';

test('sharedText returns the text, however many were shared before', () => {
  for (let n = 0; n < 500; n++) expect(sharedText(`https://${n}.example`)).toBe(`https://${n}.example`);
  expect(sharedText('https://0.example')).toBe('https://0.example');
});

test('toExchange keeps the origin and the resource type of its record', () => {
  const source = {
    seenBy: 'webRequest' as const,
    requestId: '1',
    owner: tabOwner(1),
    frameId: 0,
    documentId: null,
    initiator: 'http://localhost:5174',
    resourceType: 'xmlhttprequest',
  };
  const step = {
    phase: 'before-request' as const,
    timeStamp: 1,
    url: 'https://api.example/',
    method: 'GET',
  };
  const record = {
    request: { source, steps: [step] as const },
    preflights: [],
    overridden: false,
    note: null,
  };
  expect(toExchange(record)).toMatchObject({
    origin: 'http://localhost:5174',
    resourceType: 'xmlhttprequest',
  });
});
