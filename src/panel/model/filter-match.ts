import { headlineLabel } from '../../causes/index.ts';
import { currentHop, getHeader, originOf } from '../../cors/index.ts';
import { type JudgedExchange, resultOf } from '../../explain/index.ts';
import type { Say } from '../../report/index.ts';
import { codePlace } from './code-place.ts';
import type { FilterQuery, Kind, Term } from './filter-query.ts';

/** Whether a row is what the filter asks for. @param say puts a row's label into the words in which it is shown */
export function matches(row: JudgedExchange, { terms }: FilterQuery, say: Say): boolean {
  return terms.every((term) => fits(row, term, say) !== term.negated);
}

/** Whether the filter names rows that passed, or wait: then they are shown even where those are hidden. */
export function asksForHidden({ terms }: FilterQuery): boolean {
  return terms.some(
    (term) => term.type === 'is' && !term.negated && term.kinds.every((kind) => HIDDEN.includes(kind)),
  );
}

const HIDDEN: readonly Kind[] = ['passed', 'pending'];

function fits(row: JudgedExchange, term: Term, say: Say): boolean {
  switch (term.type) {
    case 'text':
      return searchText(row, say).includes(term.text);
    case 'is':
      return term.kinds.some((kind) => isOfKind(row, kind));
    case 'method':
      return currentHop(row.exchange).method.toLowerCase().startsWith(term.text);
    case 'domain': {
      // As in the Network panel, `*.example.com` may be written for all below it.
      const domain = term.text.replace(/^\*(?=\.)/, '');
      return row.exchange.hops.some(({ url }) => withoutScheme(originOf(url)).includes(domain));
    }
    case 'origin':
      return row.exchange.origin.toLowerCase().includes(term.text);
  }
}

function isOfKind(row: JudgedExchange, kind: Kind): boolean {
  switch (kind) {
    case 'overridden':
      return row.exchange.overridden;
    case 'passed':
      return row.diagnosis.outcome === 'allowed' && resultOf(row) !== 'not-cors';
    // Of a failed call CORS is no cause either, and its group says so.
    case 'not-cors':
      return ['not-cors', 'failed'].includes(resultOf(row));
    case 'blocked':
    case 'failed':
    case 'pending':
      return resultOf(row) === kind;
  }
}

function withoutScheme(origin: string): string {
  return origin.slice(origin.indexOf('//') + 2);
}

const known = new WeakMap<JudgedExchange, string>();

/**
 * What plain text is looked for in, lower-cased: method, URLs, what is said of the row, the headers it asks for, those
 * that are wrong, and the line of code.
 */
export function searchText(row: JudgedExchange, say: Say): string {
  const found = known.get(row);
  if (found !== undefined) return found;
  const { exchange, diagnosis, cause } = row;
  const text = [
    currentHop(exchange).method,
    ...exchange.hops.map(({ url }) => url),
    say(headlineLabel(exchange, diagnosis, cause)),
    ...exchange.hops.map(({ preflight }) =>
      preflight === null ? '' : getHeader(preflight.requestHeaders, 'Access-Control-Request-Headers'),
    ),
    ...diagnosis.failures.map(({ parameter }) => parameter),
    exchange.location === null ? '' : codePlace(exchange.location),
  ];
  const lowerCase = text.join('\n').toLowerCase();
  known.set(row, lowerCase);
  return lowerCase;
}
