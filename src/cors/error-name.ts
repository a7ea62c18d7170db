import type { BrowserProfile } from './browser-profile.ts';
import type { Exchange, Hop, Response } from './exchange.ts';
import type { CorsFault, Failure } from './failure.ts';

/** The answer that failed a check, or null. */
export function answerAt({ preflight, response }: Hop, stage: CorsFault['stage']): Response | null {
  switch (stage) {
    case 'preflight':
      return preflight?.response ?? null;
    case 'response':
    case 'redirect':
      return response;
  }
}

/** The name that the browser itself has for a failure of `exchange`: of a check's, or the net error. */
export function errorNameOf(exchange: Exchange, failure: Failure, profile: BrowserProfile): string {
  if (failure.stage === 'network') return failure.error;
  const hop = exchange.hops[failure.hop] ?? exchange.hops[0];
  const answer = answerAt(hop, failure.stage);
  return answer === null ? failure.error : profile.errorName(failure, answer);
}
