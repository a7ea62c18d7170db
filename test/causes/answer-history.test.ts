import { expect, test } from 'vitest';
import { answerHistory } from '../../src/causes/answer-history.ts';

function historyOf(...notes: readonly (readonly [at: number, carries: boolean])[]) {
  const history = answerHistory();
  for (const [at, carries] of notes) history.note(at, carries);
  return history;
}

test('what worked until a time, and not since another, is told to calls since then', () => {
  const history = historyOf([1, true], [2, true], [3, false], [4, false]);
  expect(history.lossBefore(4)).toEqual({ until: 2, since: 3 });
  expect(history.lossBefore(3)).toEqual({ until: 2, since: 3 });
});

test('a call before the loss has none', () => {
  expect(historyOf([1, true], [3, false]).lossBefore(2)).toBeNull();
  expect(historyOf([1, false], [2, false]).lossBefore(2)).toBeNull();
});

test('the order in which answers become known does not matter', () => {
  const notes = [
    [1, true],
    [2, false],
    [3, true],
    [4, true],
    [5, false],
  ] as const;
  expect(historyOf(...[...notes].reverse()).lossBefore(6)).toEqual({ until: 4, since: 5 });
});

test('it holds the last changes alone', () => {
  const history = answerHistory();
  for (let at = 0; at < 10_000; at++) history.note(at, at % 2 === 0);
  expect(history.lossBefore(10_000)).toEqual({ until: 9_998, since: 9_999 });
  expect(history.lossBefore(5_000)).toBeNull();
});
