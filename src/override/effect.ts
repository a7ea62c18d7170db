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
import type { Override } from './override.ts';
import { type HeaderPattern, type OverrideRule, overrideRules, type RuleScope } from './rules.ts';
import { hostnameOf } from './separable.ts';

/** A CORS header that was set in the place of what the server sent. */
export interface SetHeader {
  /** Which of the hop's answers. */
  readonly on: 'preflight' | 'response';
  readonly hop: number;
  readonly name: string;
  /** What the server sent, its lines joined; null where it sent none. */
  readonly server: string | null;
  readonly value: string;
}

/** What the rules of overrides make of an exchange's answers. */
export interface Effect {
  /** With the headers by which the browser judges. */
  readonly exchange: Exchange;
  readonly set: readonly SetHeader[];
}

/**
 * Works out what the browser has judged an exchange by, since it shows only what the server sent.
 * @param overrides those that were in force
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

/** Whether a rule of this scope is for a request and its answer, as declarativeNetRequest decides it. */
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

/** The fragment that marks tainted URLs is not among what is observed: that they are tainted tells. */
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

/** `*` stands for anything, `?` for one character or none, and a backslash takes that from the next. */
function toRegExp(pattern: string): RegExp {
  const source = pattern.replaceAll(/\\([*?\\])|([*?])|[.+^${}()|[\]\\/]/g, (all, escaped, wildcard) => {
    if (wildcard !== undefined) return wildcard === '*' ? '.*' : '.?';
    return `\\${escaped ?? all}`;
  });
  return new RegExp(`^${source}$`, 'is');
}

const CORS = /^access-control-/i;

/** The list with what the rules set: of those that set the same header the first. */
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
