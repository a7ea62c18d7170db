import { expect, test } from 'vitest';
import { adviceFor } from '../../src/explain/advice.ts';
import { clientWorkarounds } from '../../src/explain/workarounds.ts';
import { PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
import { judge } from './judge.ts';

test("the advice shows a library's setting as code instead of a sentence", () => {
  const preflight = samplePreflight(
    { headerNames: 'x-stainless-timeout' },
    { headerList: [['Access-Control-Allow-Origin', PAGE]] },
  );
  const row = judge(sampleExchange({ preflight }));
  const { all, onServer, inPage } = adviceFor(row, clientWorkarounds(row));
  expect(onServer.map(({ key }) => key)).toEqual(['adviceHeaders']);
  expect(inPage).toEqual([]);
  expect(all.map(({ key }) => key)).toEqual(['adviceHeaders', 'clientFamilyStopSending']);
  expect(clientWorkarounds(row).map(({ summary }) => summary.key)).toEqual(['clientFamilyStopSending']);
});

test("what is about the page's code stands apart from what the server can do", () => {
  const answer = {
    requestHeaders: [
      ['Origin', PAGE],
      ['Cookie', ''],
    ] as const,
    response: { status: 200, headerList: [['Access-Control-Allow-Origin', '*']] as const },
  };
  const { onServer, inPage } = adviceFor(judge(sampleExchange(answer)), []);
  expect(onServer.map(({ key }) => key)).toEqual(['adviceWildcard']);
  expect(inPage.map(({ key }) => key)).toEqual(['adviceOmitCredentials']);
});
