import { currentHop, type Exchange, hostOf, originOf } from '../../cors/index.ts';
import type { OverridePlan } from '../../override/index.ts';
import { type Sentence, sentence } from '../../texts/index.ts';
import { Words } from './words.tsx';

type Because = Extract<OverridePlan, { type: 'impossible' }>['because'];

/** Says why no override can help, and what works instead. */
export function OverrideImpossible({ because, exchange }: { because: Because; exchange: Exchange }) {
  const [why, way] = wordsOf(because, exchange);
  return (
    <>
      <p>
        <Words of={why} />
      </p>
      {way !== null && (
        <p class="dim">
          <Words of={way} />
        </p>
      )}
    </>
  );
}

function wordsOf(because: Because, exchange: Exchange): readonly [why: Sentence, way: Sentence | null] {
  const viaProxy = sentence('impossiblePreflightWay', { page: hostOf(exchange.origin) });
  const status = String(currentHop(exchange).preflight?.response?.status ?? '–');
  switch (because) {
    case 'page-not-loopback':
      return [
        sentence('impossiblePage'),
        isError(exchange) ? null : sentence('impossiblePageWay', { example: 'http://app.localhost:5173' }),
      ];
    case 'policy':
      return [sentence('impossiblePolicy', { target: originOf(currentHop(exchange).url) }), viaProxy];
    case 'no-debugger':
      return [sentence('impossibleStatus', { status }), viaProxy];
    case 'policy-debugger':
      return [sentence('impossiblePolicyDebugger', { status }), viaProxy];
    case 'redirect':
      return [sentence('impossibleRedirect'), viaProxy];
    case 'not-cors':
      return [sentence('impossibleNotCors'), null];
  }
}

/**
 * Returns whether the call itself got an error. An override would only let the page read it. A 403 may be about the
 * page's origin, which an override can change.
 */
function isError(exchange: Exchange): boolean {
  const status = currentHop(exchange).response?.status ?? 0;
  return status >= 400 && status !== 403;
}
