import { NOTHING_SEEN } from '../causes/index.ts';
import {
  callOrigins,
  corsTainting,
  currentHop,
  currentOrigin,
  type Diagnosis,
  type Exchange,
  extractTokens,
  type Failure,
  preflightQuestion,
  type Response,
  salvageTokens,
} from '../cors/index.ts';
import { allowsAnyOrigin } from './any-origin.ts';

/** A response header that the server has to send. It replaces all headers of that name. */
export interface RequiredHeader {
  readonly on: 'preflight' | 'response';
  readonly name: string;
  readonly value: string;
}

/**
 * The smallest set of response headers with which the exchange passes. Where the credentials mode is not known, it
 * passes in both. What the server already allows stays allowed. An actual response that was never seen, since the
 * preflight failed, needs its headers too. Empty when nothing is at fault, or no header can help.
 * @param anyOrigin whether the server lets calls without credentials in from any origin
 */
export function requiredHeaders(
  exchange: Exchange,
  diagnosis: Diagnosis,
  anyOrigin = allowsAnyOrigin(exchange, NOTHING_SEEN),
): readonly RequiredHeader[] {
  const current = exchange.hops.length - 1;
  const failures = diagnosis.failures.filter(({ hop, stage }) => hop === current && stage !== 'network');
  if (failures.length === 0) return [];
  const hop = currentHop(exchange);
  // Whom the server allows stays allowed: where one answer allows everybody, the other one has to allow no less.
  const allowed = (origin: string) => (diagnosis.credentials === 'omitted' && anyOrigin ? '*' : origin);
  const context: Context = {
    origin: allowed(currentOrigin(exchange)),
    callOrigin: allowed(callOrigins(exchange, diagnosis.profile).at(-1) ?? exchange.origin),
    mayIncludeCredentials: diagnosis.credentials !== 'omitted',
    has: (error) => failures.some((failure) => failure.error === error),
  };
  const ofPreflight = hop.preflight === null ? [] : requiredOnPreflight(exchange, context);
  const unseen = hop.response === null && corsTainting(exchange)[current] === true;
  const ofResponse = unseen ? requiredOnUnseen(context) : requiredOnResponse(context);
  return [...ofPreflight, ...ofResponse];
}

interface Context {
  readonly origin: string;
  /** What the call carries, or will once it is sent. */
  readonly callOrigin: string;
  readonly mayIncludeCredentials: boolean;
  readonly has: (error: Failure['error']) => boolean;
}

const ALLOW_ORIGIN_ERRORS = [
  'MissingAllowOriginHeader',
  'MultipleAllowOriginValues',
  'InvalidAllowOriginValue',
  'AllowOriginMismatch',
  'WildcardOriginNotAllowed',
] as const;

function requiredOnResponse({ callOrigin, has }: Context): readonly RequiredHeader[] {
  const required: RequiredHeader[] = [];
  if (ALLOW_ORIGIN_ERRORS.some((error) => has(error))) required.push(allowOrigin('response', callOrigin));
  if (has('InvalidAllowCredentials')) required.push(allowCredentials('response'));
  return required;
}

function requiredOnPreflight(exchange: Exchange, context: Context): readonly RequiredHeader[] {
  const hop = currentHop(exchange);
  const response = hop.preflight?.response;
  if (hop.preflight === null || response === null || response === undefined) return [];
  const { has, origin } = context;
  const question = preflightQuestion(hop.preflight, { origin, method: hop.method });
  const required: RequiredHeader[] = [];
  const add = (name: string, value: string) => required.push({ on: 'preflight', name, value });
  if (ALLOW_ORIGIN_ERRORS.some((error) => has(`Preflight${error}`)))
    required.push(allowOrigin('preflight', origin));
  if (has('PreflightInvalidAllowCredentials')) required.push(allowCredentials('preflight'));
  if (has('InvalidAllowMethodsPreflightResponse') || has('MethodDisallowedByPreflightResponse')) {
    add('Access-Control-Allow-Methods', union(response, 'Access-Control-Allow-Methods', [question.method]));
  }
  if (has('InvalidAllowHeadersPreflightResponse') || has('HeaderDisallowedByPreflightResponse')) {
    add(
      'Access-Control-Allow-Headers',
      union(response, 'Access-Control-Allow-Headers', question.headerNames),
    );
  }
  return required;
}

function requiredOnUnseen({ callOrigin, mayIncludeCredentials }: Context): readonly RequiredHeader[] {
  const origin = allowOrigin('response', callOrigin);
  return mayIncludeCredentials ? [origin, allowCredentials('response')] : [origin];
}

function allowOrigin(on: RequiredHeader['on'], value: string): RequiredHeader {
  return { on, name: 'Access-Control-Allow-Origin', value };
}

function allowCredentials(on: RequiredHeader['on']): RequiredHeader {
  return { on, name: 'Access-Control-Allow-Credentials', value: 'true' };
}

/**
 * Joins the names that the header already allows and `needed`. Header names compare case-insensitively; a method may
 * need its own spelling.
 */
function union(response: Response, name: string, needed: readonly string[]): string {
  const given = extractTokens(response.headerList, name) ?? salvageTokens(response.headerList, name);
  const sameCase = name === 'Access-Control-Allow-Methods';
  const key = (token: string) => (sameCase ? token : token.toLowerCase());
  const known = new Set(given.map(key));
  return [...given, ...needed.filter((token) => !known.has(key(token)))].join(', ');
}
