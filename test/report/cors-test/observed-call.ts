import { CHROME } from '../../../src/cors/browser-profile.ts';
import type { Exchange, Preflight, Response } from '../../../src/cors/exchange.ts';
import type { HeaderList } from '../../../src/cors/header-list.ts';
import { wouldBeBlocked } from '../../../src/cors/would-be-blocked.ts';
import { judge } from '../../../src/explain/judged-exchange.ts';
import { corsTest } from '../../../src/report/cors-test/cors-test.ts';
import type { TestKind } from '../../../src/report/cors-test/test-kind.ts';
import { testedCall } from '../../../src/report/cors-test/tested-call.ts';
import { COMPLETED, PAGE, sampleExchange, samplePreflight } from '../../cors/sample-exchange.ts';
import { parseRequest } from '../../servers/raw-request.ts';
import type { PageCall } from './broken-calls.ts';
import type { Answering } from './call-server.ts';

/** The exchange that a browser makes of a call to a server that answers this way. */
export function observedCall(
  url: string,
  { method, headerNames, headers = [] }: PageCall,
  answer: Answering,
): Exchange {
  const sent: HeaderList = [['Origin', PAGE], ...headers];
  const response = answered(answer, method, url, sent);
  if (headerNames === null && ['GET', 'HEAD', 'POST'].includes(method))
    return ended({ url, method, preflight: null, requestHeaders: sent, response });
  const asked = samplePreflight({ method, ...(headerNames === null ? {} : { headerNames }) }, {});
  const preflight = { ...asked, response: answered(answer, 'OPTIONS', url, asked.requestHeaders) };
  const stopped = sampleExchange({ url, method, preflight, requestHeaders: null, response: null });
  return wouldBeBlocked(stopped, CHROME)
    ? stopped
    : ended({ url, method, preflight, requestHeaders: sent, response });
}

/** With the outcome that the answers lead to. */
function ended(hop: {
  readonly url: string;
  readonly method: string;
  readonly preflight: Preflight | null;
  readonly requestHeaders: HeaderList | null;
  readonly response: Response | null;
}): Exchange {
  const failed = sampleExchange(hop);
  return wouldBeBlocked(failed, CHROME) ? failed : { ...failed, outcome: COMPLETED };
}

function answered(answer: Answering, method: string, url: string, headers: HeaderList): Response {
  const { pathname, search } = new URL(url);
  const head = [
    `${method} ${pathname}${search} HTTP/1.1`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ];
  const { status, headers: headerList } = answer(parseRequest(head.join('\r\n')));
  return { status, headerList };
}

/** The test of an exchange. @throws if there is none */
export function writtenTest(exchange: Exchange, kind: TestKind): string {
  const call = testedCall(judge(exchange, CHROME));
  if (call === null) throw new Error(`No test is made of ${JSON.stringify(exchange)}.`);
  return corsTest(call, kind);
}
