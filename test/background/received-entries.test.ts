import { expect, test } from 'vitest';
import { ReceivedEntries } from '../../src/background/received-entries.ts';
import { sampleFinished } from '../observe/sample-finished.ts';

const REQUEST = sampleFinished();

test('an entry that is told again is taken in once, and waits for the first time to be over', async () => {
  const entries = new ReceivedEntries();
  const over: string[] = [];
  let finish = () => {};
  const hearing = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const first = entries.once(REQUEST, () => hearing).then(() => over.push('first'));
  const second = entries
    .once({ ...REQUEST }, () => Promise.reject(new Error('received twice')))
    .then(() => over.push('second'));
  await Promise.resolve();
  expect(over).toEqual([]);
  finish();
  await Promise.all([first, second]);
  expect(over).toEqual(['first', 'second']);
});

test('the hops of a redirect are entries of their own', async () => {
  const entries = new ReceivedEntries();
  const received: string[] = [];
  for (const url of ['http://127.0.0.1:8000/', 'http://127.0.0.1:8000/login']) {
    await entries.once({ ...REQUEST, url }, async () => {
      received.push(url);
    });
  }
  expect(received).toHaveLength(2);
});

test('no more than 10,000 are remembered', async () => {
  const entries = new ReceivedEntries();
  let count = 0;
  const hear = async () => {
    count++;
  };
  for (let n = 0; n <= 10_000; n++) await entries.once({ ...REQUEST, requestId: String(n) }, hear);
  await entries.once({ ...REQUEST, requestId: '1' }, hear);
  expect(count).toBe(10_001);
  await entries.once({ ...REQUEST, requestId: '0' }, hear);
  expect(count).toBe(10_002);
});
