import {
  type Exchange,
  getHeader,
  type HeaderList,
  type Hop,
  isSameOwner,
  originOf,
  type Response,
  taintedOrigins,
} from '../cors/index.ts';
import { hostnameOf } from './distinguishable.ts';
import type { Override } from './override.ts';
import { type HeaderPattern, type OverrideRule, overrideRules, type RuleScope } from './rules.ts';

/** A CORS header that an override set instead of the value that the server sent. */
export interface SetHeader {
  /** Which answer of the hop has the header. */
  readonly on: 'preflight' | 'response';
  readonly hop: number;
  readonly name: string;
  /** The server's value, several lines joined by commas; null if it sent none. */
  readonly server: string | null;
  readonly value: string;
}

/** An exchange's answers after the rules of overrides have changed them. */
export interface Effect {
  /** The exchange with the headers that the browser checked. */
  readonly exchange: Exchange;
  readonly set: readonly SetHeader[];
}

/**
 * Works out the headers that the browser checked. The browser itself shows extensions only what the server sent.
 * @param overrides the overrides that were in force
 */
export function effectOn(overrides: readonly Override[], exchange: Exchange): Effect {
  const rules = overrides
    .flatMap((one) => overrideRules(one, overrides))
    .toSorted((one, other) => other.priority - one.priority);
  const tainted = taintedOrigins(exchange);
  const set: SetHeader[] = [];
  const changed = (hop: Hop, index: number, on: SetHeader['on'], answer: Response): Response => {
    const request = {
      exchange,
      url: hop.url,
      tainted: tainted[index] === true,
      method: on === 'preflight' ? 'OPTIONS' : hop.method,
    };
    const applying = rules.filter(({ scope }) => applies(scope, request, answer.headerList));
    const { headerList, changes } = withChanges(answer.headerList, applying);
    set.push(...changes.map((change) => ({ ...change, on, hop: index })));
    return { ...answer, headerList };
  };
  const hops = exchange.hops.map((hop, index): Hop => {
    const { preflight, response } = hop;
    const answer = preflight?.response ?? null;
    return {
      ...hop,
      preflight:
        preflight === null || answer === null
          ? preflight
          : { ...preflight, response: changed(hop, index, 'preflight', answer) },
      response: response === null ? null : changed(hop, index, 'response', response),
    };
  });
  const [first = exchange.hops[0], ...more] = hops;
  return { exchange: { ...exchange, overridden: false, hops: [first, ...more] }, set };
}

interface RuledRequest {
  readonly exchange: Exchange;
  readonly url: string;
  readonly tainted: boolean;
  readonly method: string;
}

/** True if declarativeNetRequest would apply a rule of this scope to a request and its answer. */
function applies(scope: RuleScope, request: RuledRequest, answer: HeaderList): boolean {
  const { exchange, method } = request;
  return (
    isSameOwner(scope.owner, exchange.owner) &&
    isInitiator(scope.initiator, exchange.origin) &&
    isTarget(scope.target, request) &&
    (scope.methods === null || scope.methods.includes(method)) &&
    !scope.unless.some((pattern) => hasHeader(answer, pattern)) &&
    (scope.onlyWith === undefined || hasHeader(answer, scope.onlyWith)) &&
    (scope.location === undefined || getHeader(answer, 'Location') === scope.location)
  );
}

function isInitiator(initiator: RuleScope['initiator'], origin: string): boolean {
  const host = origin === 'null' ? null : hostnameOf(origin);
  const under = (domain: string) => host === domain || host?.endsWith(`.${domain}`) === true;
  return 'domain' in initiator ? under(initiator.domain) : !under(initiator.notDomain);
}

/** Observed URLs have no fragment. A rule for the fragment of tainted URLs applies to tainted requests instead. */
function isTarget(target: RuleScope['target'], { url, tainted }: RuledRequest): boolean {
  if ('url' in target) return url === target.url && (target.fragment === undefined || tainted);
  if ('call' in target)
    return (
      url === target.call || (/^[?#]/.test(url.slice(target.call.length)) && url.startsWith(target.call))
    );
  return originOf(url) === target.origin && (target.fragment === undefined || tainted);
}

function hasHeader(headerList: HeaderList, { header, values }: HeaderPattern): boolean {
  return headerList.some(
    ([name, value]) =>
      name.toLowerCase() === header.toLowerCase() &&
      (values === null || values.some((pattern) => toRegExp(pattern).test(value))),
  );
}

/**
 * Translates a header pattern of declarativeNetRequest: `*` matches any text, `?` matches one character or none, and a
 * backslash escapes the next character.
 */
function toRegExp(pattern: string): RegExp {
  const source = pattern.replaceAll(/\\([*?\\])|([*?])|[.+^${}()|[\]\\/]/g, (all, escaped, wildcard) => {
    if (wildcard !== undefined) return wildcard === '*' ? '.*' : '.?';
    return `\\${escaped ?? all}`;
  });
  return new RegExp(`^${source}$`, 'is');
}

const CORS = /^access-control-/i;

/** Sets the headers of the rules in a list. If several rules set the same header, the first one wins. */
function withChanges(
  before: HeaderList,
  rules: readonly OverrideRule[],
): { headerList: HeaderList; changes: readonly Omit<SetHeader, 'on' | 'hop'>[] } {
  const wanted = new Map<string, { readonly name: string; readonly value: string }>();
  for (const { of, name, value } of rules.flatMap(({ set }) => set)) {
    const key = name.toLowerCase();
    if (of === 'response' && CORS.test(name) && !wanted.has(key)) wanted.set(key, { name, value });
  }
  const isSet = (name: string) => wanted.has(name.toLowerCase());
  const changes = [...wanted].map(([key, { name, value }]) => {
    const sent = before.filter(([other]) => other.toLowerCase() === key).map(([, line]) => line);
    return { name, value, server: sent.length === 0 ? null : sent.join(', ') };
  });
  return {
    headerList: [
      ...before.filter(([name]) => !isSet(name)),
      ...[...wanted.values()].map(({ name, value }) => [name, value] as const),
    ],
    changes: changes.filter(({ server, value }) => server !== value),
  };
}
