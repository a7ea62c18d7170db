import { expect, test } from 'vitest';
import { timelineOf } from '../../src/explain/timeline.ts';
import { PAGE, sampleExchange } from '../cors/sample-exchange.ts';
import { judge } from './judge.ts';

test.each([
  [PAGE, { detail: PAGE, note: null }],
  ['null', { detail: null, note: { key: 'stepOpaque', values: { origin: 'null' } } }],
])('a call from the origin %s begins with what that says', (origin, step) => {
  const exchange = sampleExchange({ response: { status: 200, headerList: [] } }, { origin });
  expect(timelineOf(judge(exchange))[0]).toMatchObject(step);
});
