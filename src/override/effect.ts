import {
  type AnswerPlace,
  type Exchange,
  getHeader,
  type HeaderList,
  isSameOwner,
  originOf,
  taintedOrigins,
  withAnswers,
} from '../cors/index.ts';
import { hostnameOf } from './distinguishable.ts';
import type { Override } from './override.ts';
import type { HeaderPattern, OverrideRule, RuleScope } from './override-rule.ts';
import { overrideRules } from './rules.ts';

/** A CORS header that an override set instead of the value that the server sent. */
export interface SetHeader extends AnswerPlace {
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
 * Works out the headers that the browser checked, unless the browser shows those. Most browsers show extensions only what
 * the server sent.
 * @param overrides the overrides that were in force
 */
export function effectOn(overrides: readonly Override[], exchange: Exchange): Effect {
  const rules = overrides
    .flatMap((one) => overrideRules(one, overrides))
    .toSorted((one, other) => other.priority - one.priority);
  const tainted = taintedOrigins(exchange);
  const set: SetHeader[] = [];
  const after = withAnswers(exchange, ({ status, headerList, checkedHeaderList }, place, hop) => {
    const isTainted = tainted[place.hop] === true;
    const method = place.on === 'preflight' ? 'OPTIONS' : hop.method;
    const request = { exchange, url: hop.url, tainted: isTainted, method };
    const applying = rules.filter(({ scope }) => applies(scope, request, headerList));
    const { headerList: checked, changes } =
      checkedHeaderList === undefined
        ? withChanges(headerList, applying)
        : { headerList: checkedHeaderList, changes: changesIn(headerList, checkedHeaderList) };
    set.push(...changes.map((change) => ({ ...change, ...place })));
    return { status, headerList: checked };
  });
  return { exchange: { ...after, overridden: false }, set };
}

/** The CORS headers that the browser showed in the place of the server's. */
function changesIn(server: HeaderList, checked: HeaderList): readonly Omit<SetHeader, 'on' | 'hop'>[] {
  const shown = checked.filter(([name]) => CORS.test(name));
  const changes = shown.map(([name, value]) => ({ name, value, server: getHeader(server, name) }));
  return changes.filter(({ server: sent, value }) => sent !== value);
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
