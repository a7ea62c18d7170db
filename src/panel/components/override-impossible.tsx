import { currentHop, hostOf, originOf } from '../../cors/index.ts';
import { errorRemains, type JudgedExchange } from '../../explain/index.ts';
import type { OverridePlan } from '../../override/index.ts';
import { type Sentence, sentence } from '../../texts/index.ts';
import { Words } from './words.tsx';

type Because = Extract<OverridePlan, { type: 'impossible' }>['because'];

/** Why there is no override, and what works instead. */
export function OverrideImpossible({ because, of }: { because: Because; of: JudgedExchange }) {
  const [why, way] = wordsOf(because, of);
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

function wordsOf(
  because: Because,
  { exchange, cause }: JudgedExchange,
): readonly [why: Sentence, way: Sentence | null] {
  const viaProxy = sentence('impossiblePreflightWay', { page: hostOf(exchange.origin) });
  const status = String(currentHop(exchange).preflight?.response?.status ?? '–');
  switch (because) {
    case 'page-not-loopback':
      return [
        sentence('impossiblePage'),
        errorRemains(cause) ? null : sentence('impossiblePageWay', { example: 'http://app.localhost:5173' }),
      ];
    case 'policy':
      return [sentence('impossiblePolicy', { target: originOf(currentHop(exchange).url) }), viaProxy];
    case 'no-debugger':
      return [sentence('impossibleStatus', { status }), viaProxy];
    case 'policy-debugger':
      return [sentence('impossiblePolicyDebugger', { status }), viaProxy];
    case 'repeated-allow-origin':
      return [
        sentence('impossibleRepeated', {
          header: 'Access-Control-Allow-Origin',
          host: hostOf(currentHop(exchange).url),
        }),
        viaProxy,
      ];
    case 'two-origins':
      return [sentence('impossibleTwoOrigins', { origin: exchange.origin }), viaProxy];
    case 'redirect':
      return [sentence('impossibleRedirect'), viaProxy];
    case 'not-the-app':
      return [sentence('impossibleNotApp'), null];
    case 'not-cors':
      return [sentence('impossibleNotCors'), null];
  }
}
