import type { HeaderList } from '../../src/cors/header-list.ts';
import { tabOwner } from '../../src/cors/owner.ts';
import type { ObservedRequest } from '../../src/observe/observed.ts';
import type { ExchangeRecord } from '../../src/observe/record.ts';

const PAGE = 'http://localhost:5173';
const URL_OF_CALL = 'http://127.0.0.1:8000/api/v1/projects/42/documents?page=2&per_page=50';

const FROM_PAGE: HeaderList = [
  [
    'User-Agent',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  ],
  ['Accept', '*/*'],
  ['Origin', PAGE],
  ['Sec-Fetch-Site', 'cross-site'],
  ['Sec-Fetch-Mode', 'cors'],
  ['Sec-Fetch-Dest', 'empty'],
  ['Referer', `${PAGE}/`],
  ['Accept-Encoding', 'gzip, deflate, br, zstd'],
  ['Accept-Language', 'en-US,en;q=0.9'],
];
const FROM_EXPRESS: HeaderList = [
  ['Access-Control-Allow-Origin', PAGE],
  ['Vary', 'Origin'],
  ['Access-Control-Allow-Credentials', 'true'],
  ['Date', 'Sat, 28 Nov 2026 11:19:22 GMT'],
  ['Connection', 'keep-alive'],
  ['Keep-Alive', 'timeout=5'],
];
const ASKED = 'authorization,content-type,x-request-id,x-tenant';

/**
 * A call with four headers of its author's and eight that the application answers with, as Chromium 156 has shown it
 * and its preflight to the extension; it began `n` ms after `since` (ms since the epoch).
 */
export function preflightedCall(n: number, tabId: number, since: number): ExchangeRecord {
  const request = (id: string, method: string, sent: HeaderList, status: number, answered: HeaderList) => {
    const step = (later: number) => ({ timeStamp: since + n + later + 0.625, url: URL_OF_CALL, method });
    const made: ObservedRequest = {
      source: {
        seenBy: 'webRequest',
        requestId: id,
        owner: tabOwner(tabId),
        frameId: 0,
        documentId: '8E880E964C049B6F6A424D8BC9276886',
        initiator: PAGE,
        resourceType: 'xmlhttprequest',
      },
      steps: [
        { ...step(0), phase: 'before-request' },
        { ...step(1), phase: 'before-send-headers', requestHeaders: [...sent, ...FROM_PAGE] },
        {
          ...step(2),
          phase: 'headers-received',
          response: { status, headerList: [...FROM_EXPRESS, ...answered] },
        },
        { ...step(3), phase: 'response-started' },
        { ...step(4), phase: 'completed' },
      ],
    };
    return made;
  };
  return {
    request: request(
      String(n),
      'PUT',
      [
        ['X-Request-Id', '1'],
        ['Authorization', '…'],
        ['X-Tenant', 'acme'],
        ['Content-Type', 'application/json'],
        ['sec-ch-ua-platform', '"Linux"'],
        ['sec-ch-ua', '"Not:A-Brand";v="8", "Chromium";v="156"'],
        ['sec-ch-ua-mobile', '?0'],
      ],
      200,
      [
        ['Content-Type', 'application/json; charset=utf-8'],
        ['X-Powered-By', 'Express'],
        ['ETag', 'W/"1a-9pYJ5cQ0m7m1X3m5"'],
        ['X-Request-Id', '0b0c6f3c-1111-4222-8333-444455556666'],
        ['Cache-Control', 'no-store'],
        ['Transfer-Encoding', 'chunked'],
      ],
    ),
    preflights: [
      {
        hopIndex: 0,
        preflight: request(
          `${n}-preflight`,
          'OPTIONS',
          [
            ['Access-Control-Request-Method', 'PUT'],
            ['Access-Control-Request-Headers', ASKED],
          ],
          204,
          [
            ['Access-Control-Allow-Methods', 'GET,HEAD,PUT,PATCH,POST,DELETE'],
            ['Access-Control-Allow-Headers', ASKED],
            ['Content-Length', '0'],
          ],
        ),
      },
    ],
    overridden: false,
    note: {
      error: null,
      resourceType: null,
      location: {
        url: `${PAGE}/src/lib/api/client.ts?t=1795864762515`,
        line: 41,
        column: 3,
        functionName: 'save',
      },
    },
  };
}
