import { expect, test } from 'vitest';
import { idlePrivateNetwork } from '../../src/explain/idle-private-network.ts';
import { sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';

const LINE = ['access-control-allow-private-network', 'true'] as const;

test('what a header did once is told where an answer or a preflight carries it', () => {
  const value = { header: 'Access-Control-Allow-Private-Network: true' };
  const expected = { key: 'idlePrivateNetwork', values: value };
  const preflight = samplePreflight({}, { headerList: [LINE] });
  expect(idlePrivateNetwork(sampleExchange({ preflight }))).toEqual(expected);
  const response = { status: 200, headerList: [LINE] };
  expect(idlePrivateNetwork(sampleExchange({ response }))).toEqual(expected);
});

test('nothing is said of other answers', () => {
  const response = { status: 200, headerList: [['Access-Control-Allow-Origin', '*']] as const };
  expect(idlePrivateNetwork(sampleExchange({ response }))).toBeNull();
});
