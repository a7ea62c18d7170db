import { extractTokens } from '../cors/index.ts';
import { stackOf } from '../stacks/index.ts';
import { type Advice, fix, type TextContext } from './cause-texts.ts';
import { ALLOW_HEADERS, ALLOW_METHODS } from './cors-headers.ts';
import type { RuleMatch } from './rule-match.ts';

/** Advises how the server can allow request headers. An existing list is extended, not set up anew. */
export function allowHeaders(
  cause: RuleMatch & { readonly names: readonly string[] },
  context: TextContext,
): readonly Advice[] {
  const { host } = context;
  return isReadersCode(cause) && hasList(cause, context, ALLOW_HEADERS)
    ? [fix('adviceHeadersExtend', { host, names: cause.names, header: ALLOW_HEADERS }), elsewhere(host)]
    : [fix('adviceHeaders', { host, names: cause.names, header: ALLOW_HEADERS })];
}

/** Does the same for a method. */
export function allowMethod(cause: RuleMatch, method: string, context: TextContext): readonly Advice[] {
  const { host } = context;
  return isReadersCode(cause) && hasList(cause, context, ALLOW_METHODS)
    ? [fix('adviceMethodExtend', { host, method, header: ALLOW_METHODS }), elsewhere(host)]
    : [fix('adviceMethod', { host, method, header: ALLOW_METHODS })];
}

/** Says where else to look if the reader's own code allows the header already. */
function elsewhere(host: string): Advice {
  return fix('adviceListElsewhere', { host, method: 'OPTIONS' });
}

/**
 * Returns whether the reader's own code may send the list. The list of a product that is run as it is comes with the
 * product.
 */
function isReadersCode({ responder }: RuleMatch): boolean {
  return responder === null || stackOf(responder.stack).product !== true;
}

function hasList({ failure }: RuleMatch, { exchange }: TextContext, name: string): boolean {
  const response = exchange.hops[failure.hop]?.preflight?.response ?? null;
  const tokens = response === null ? null : extractTokens(response.headerList, name);
  return tokens !== null && tokens.length > 0;
}
