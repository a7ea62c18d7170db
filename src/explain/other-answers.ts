import type { Loss } from '../causes/index.ts';
import { type JudgedExchange, seenBeside } from './judged-exchange.ts';

/** What other answers say of one that lacks `Access-Control-Allow-Origin`. */
export type OtherAnswers =
  /** Answers of the same URL carried it until a time, and don't since another. */
  | ({ readonly type: 'lost' } & Loss)
  /** Others carry it: of the same URL, or of the same server alone. */
  | { readonly type: 'carry'; readonly of: 'url' | 'server' };

/** Null where the header isn't what is missing, or no other answer carried it. */
export function otherAnswers({ exchange, diagnosis, cause }: JudgedExchange): OtherAnswers | null {
  const lacks = ['MissingAllowOriginHeader', 'PreflightMissingAllowOriginHeader'];
  if (diagnosis.outcome !== 'blocked' || cause === null || !lacks.includes(cause.failure.error)) return null;
  const { history, allowed } = seenBeside(exchange);
  const loss = history.lossBefore(exchange.startedAt);
  if (loss !== null) return { type: 'lost', ...loss };
  // Its advice says so already.
  const isSaid = cause.id === 'error-without-cors' && !cause.preflighted;
  return allowed === null || isSaid ? null : { type: 'carry', of: allowed };
}
