import { describe, expect, test } from 'vitest';
import { seenAnswers } from '../../src/causes/seen-answers.ts';
import type { Exchange, Response } from '../../src/cors/exchange.ts';
import { otherAnswers } from '../../src/explain/other-answers.ts';
import { COMPLETED, FAILED, PAGE, sampleExchange } from '../cors/sample-exchange.ts';
import { judge } from './judge.ts';

const BARE: Response = { status: 200, headerList: [] };
const ALLOWED: Response = { status: 200, headerList: [['Access-Control-Allow-Origin', PAGE]] };
const OTHER_ORIGIN: Response = {
  status: 200,
  headerList: [['Access-Control-Allow-Origin', 'https://a.example']],
};

function call(startedAt: number, response: Response, url = 'https://api.example.com/a?page=1'): Exchange {
  const outcome = response === ALLOWED ? COMPLETED : FAILED;
  const made = sampleExchange({ url, requestHeaders: [['Origin', PAGE]], response }, { outcome });
  return { ...made, id: `${startedAt}`, startedAt };
}

function toldOf(looked: Exchange, ...others: readonly Exchange[]) {
  const seen = seenAnswers([...others, looked]);
  return otherAnswers(judge(looked, seen.beside(looked)));
}

describe('what other answers say of one without the header', () => {
  test('it was there until a time, whatever the query', () => {
    const before = call(1_000, ALLOWED, 'https://api.example.com/a?page=2');
    const told = toldOf(call(3_000, BARE), before, call(2_000, BARE));
    expect(told).toEqual({ type: 'lost', until: 1_000, since: 2_000 });
  });

  test('it is there at the same URL since, or at others of the server', () => {
    expect(toldOf(call(1_000, BARE), call(2_000, ALLOWED))).toEqual({ type: 'carry', of: 'url' });
    const elsewhere = call(1_000, ALLOWED, 'https://api.example.com/b');
    expect(toldOf(call(2_000, BARE), elsewhere)).toEqual({ type: 'carry', of: 'server' });
  });

  test('nothing, where no other answer had it, or another fault is to be explained', () => {
    expect(toldOf(call(2_000, BARE), call(1_000, BARE))).toBeNull();
    expect(toldOf(call(2_000, OTHER_ORIGIN), call(1_000, ALLOWED))).toBeNull();
    expect(toldOf(call(2_000, ALLOWED), call(1_000, BARE))).toBeNull();
  });

  test('an answer that an override changed proves nothing', () => {
    expect(toldOf(call(2_000, BARE), { ...call(1_000, ALLOWED), overridden: true })).toBeNull();
  });
});
