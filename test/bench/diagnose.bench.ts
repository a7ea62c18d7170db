import { bench, describe } from 'vitest';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import type { Exchange } from '../../src/cors/exchange.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { requiredHeaders } from '../../src/explain/index.ts';
import { COMPLETED, PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';

const OLLAMA: HeaderList = [
  [
    'Access-Control-Allow-Headers',
    'Authorization,Content-Type,User-Agent,Accept,X-Requested-With,X-Stainless-Lang,X-Stainless-Package-Version,X-Stainless-Os,X-Stainless-Arch,X-Stainless-Retry-Count,X-Stainless-Runtime,X-Stainless-Runtime-Version,X-Stainless-Async,X-Stainless-Helper-Method,X-Stainless-Poll-Helper,X-Stainless-Custom-Poll-Interval',
  ],
  ['Access-Control-Allow-Methods', 'GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS'],
  ['Access-Control-Allow-Origin', PAGE],
  ['Access-Control-Max-Age', '43200'],
];

const headerNames =
  'authorization,content-type,x-stainless-arch,x-stainless-lang,x-stainless-os,x-stainless-package-version,x-stainless-retry-count,x-stainless-runtime,x-stainless-runtime-version,x-stainless-timeout';

const ollama = sampleExchange({ preflight: samplePreflight({ headerNames }, { headerList: OLLAMA }) });
const simple = sampleExchange({
  requestHeaders: [['Origin', PAGE]],
  response: { status: 200, headerList: [] },
});
const passed = sampleExchange(
  {
    requestHeaders: [['Origin', PAGE]],
    response: { status: 200, headerList: [['Access-Control-Allow-Origin', '*']] },
  },
  { outcome: COMPLETED },
);

/** An allow list of so many kilobytes, none of which is the header asked for. */
function withList(kilobytes: number): Exchange {
  const list = Array.from({ length: kilobytes * 64 }, (_, n) => `x-${String(n).padStart(13, '0')}`).join(',');
  const headerList = [...OLLAMA, ['Access-Control-Allow-Headers', list] as const];
  return sampleExchange({ preflight: samplePreflight({ headerNames: 'x-custom' }, { headerList }) });
}
const [small, large] = [withList(16), withList(64)];

describe('diagnose', () => {
  bench('the Ollama case', () => void diagnose(ollama, CHROME));
  bench('a GET without Access-Control-Allow-Origin', () => void diagnose(simple, CHROME));
  bench('a call that passed', () => void diagnose(passed, CHROME));
  bench(
    'the Ollama case, with its required headers',
    () => void requiredHeaders(ollama, diagnose(ollama, CHROME)),
  );
  bench('an allow list of 16 KB', () => void diagnose(small, CHROME));
  bench('an allow list of 64 KB', () => void diagnose(large, CHROME));
});
