import { expect, test } from 'vitest';
import { tabOwner } from '../../src/cors/owner.ts';
import { PastRequests } from '../../src/observe/past-requests.ts';

const TAB = tabOwner(7);
const SLACK = 2_000;
const call = (id: number) => ({ url: `https://api.example.test/${id}`, method: 'GET', startedAt: id });

test('nothing is known in the beginning', () => {
  expect(new PastRequests().take(call(0), TAB, SLACK)).toBe(false);
});

test('of a flood the last 5,000 are known, each once, and no other', () => {
  const past = new PastRequests();
  for (let id = 0; id < 60_000; id++) past.add(call(id), TAB);
  const known = (id: number) => past.take(call(id), TAB, SLACK);
  const last = Array.from({ length: 5_000 }, (_, index) => 55_000 + index);
  expect(known(54_999)).toBe(false);
  expect(known(60_000)).toBe(false);
  expect(last.filter(known)).toEqual(last);
  expect(last.filter(known)).toEqual([]);
});

test('those to one URL are told apart by when they began', () => {
  const past = new PastRequests();
  for (const startedAt of [1_000, 20_000]) past.add({ ...call(0), startedAt }, TAB);
  const known = (startedAt: number) => past.take({ ...call(0), startedAt }, TAB, SLACK);
  expect([10_000, 20_500, 20_500, 1_500].map(known)).toEqual([false, true, false, true]);
});

test('each counts once, however often the ring goes round', () => {
  const past = new PastRequests();
  for (let id = 0; id < 20_000; id++) {
    past.add(call(id), TAB);
    expect(past.take(call(id), TAB, SLACK)).toBe(true);
  }
  expect(past.take(call(19_999), TAB, SLACK)).toBe(false);
});
