import { type ClientId, clientOf } from '../clients/index.ts';
import { getHeader } from '../cors/index.ts';
import type { StackId } from '../stacks/index.ts';
import {
  answered,
  badStatus,
  type Clues,
  faultIn,
  hasCorsHeaders,
  linesOf,
  variesByOrigin,
} from './clues.ts';
import { originMistake } from './malformed-origin.ts';
import type { Found } from './rule.ts';

const ALLOW_ORIGIN = 'Access-Control-Allow-Origin';
const ALLOW_HEADERS = 'Access-Control-Allow-Headers';
const ALLOW_METHODS = 'Access-Control-Allow-Methods';
const ALLOW_CREDENTIALS = 'Access-Control-Allow-Credentials';

/**
 * Stacks whose usual CORS library leaves `Access-Control-Allow-Origin` out for an origin alone: of a header or a method
 * it tells by its lists. Seen in real answers; the others leave all out whatever it is.
 */
const ONLY_ORIGIN: ReadonlySet<StackId> = new Set<StackId>([
  'express',
  'fastify',
  'nestjs',
  'koa',
  'hono',
  'h3',
  'vite',
  'starlette',
  'fastapi',
  'flask',
  'django',
  'django-rest-framework',
  'gin',
  'echo',
  'ollama',
]);

/** Two layers add the header to one answer, or answer the preflight and the call each in its own way. */
export function twoLayers(clues: Clues): Found<'two-cors-layers'> | null {
  return twiceIn(clues, ALLOW_ORIGIN) ?? twiceIn(clues, ALLOW_CREDENTIALS) ?? disagreeing(clues);
}

function twiceIn(clues: Clues, header: string): Found<'two-cors-layers'> | null {
  const failure = faultIn(clues, 'MultipleAllowOriginValues', 'InvalidAllowCredentials');
  const value = answered(clues, header);
  if (failure === null || value === null) return null;
  const evidence = linesOf(clues, header);
  const elements = value.split(',').map((element) => element.trim());
  const twice = elements.length > 1 && new Set(elements).size < elements.length;
  const withWildcard = elements.length > 1 && elements.includes('*');
  if (evidence.length < 2 && !twice && !withWildcard) return null;
  return { failure, header, value, preflight: null, evidence };
}

function disagreeing(clues: Clues): Found<'two-cors-layers'> | null {
  const { hop, stage } = clues;
  if (stage !== 'response' || hop.preflight === null || hop.preflight.response === null) return null;
  const failure = faultIn(clues, 'AllowOriginMismatch', 'WildcardOriginNotAllowed');
  const value = answered(clues, ALLOW_ORIGIN);
  const preflight = getHeader(hop.preflight.response.headerList, ALLOW_ORIGIN);
  if (failure === null || value === null || preflight === null || preflight === value) return null;
  return { failure, header: ALLOW_ORIGIN, value, preflight, evidence: [`${ALLOW_ORIGIN}: ${value}`] };
}

export function malformedOrigin(clues: Clues): Found<'malformed-origin'> | null {
  const failure = faultIn(
    clues,
    'InvalidAllowOriginValue',
    'AllowOriginMismatch',
    'MultipleAllowOriginValues',
  );
  if (failure === null) return null;
  const value = failure.parameter ?? '';
  const mistake = originMistake(value) ?? (failure.error.includes('Mismatch') ? null : 'no-origin');
  return mistake === null ? null : { failure, value, mistake, evidence: linesOf(clues, ALLOW_ORIGIN) };
}

/** The page's origin is opaque: a file's, or a sandboxed or data: frame's. */
export function opaqueOrigin(clues: Clues): Found<'opaque-origin'> | null {
  const failure = originFault(clues);
  return failure !== null && clues.exchange.origin === 'null'
    ? { failure, evidence: ['Origin: null'] }
    : null;
}

/** A redirect from one foreign origin to another took the page's away. */
export function originLost(clues: Clues): Found<'origin-lost-in-redirect'> | null {
  const { exchange, hopIndex, origin } = clues;
  const failure = originFault(clues);
  const before = exchange.hops[hopIndex - 1];
  if (failure === null || before === undefined || origin !== 'null' || exchange.origin === 'null')
    return null;
  return { failure, origin: exchange.origin, from: before.url, evidence: ['Origin: null'] };
}

function originFault(clues: Clues) {
  return faultIn(clues, 'MissingAllowOriginHeader', 'AllowOriginMismatch', 'InvalidAllowOriginValue');
}

export function originNotAllowed(clues: Clues): Found<'origin-not-allowed'> | null {
  const { origin, setup, hop, stage } = clues;
  const mismatch = faultIn(clues, 'AllowOriginMismatch');
  if (mismatch !== null) {
    const evidence = linesOf(clues, ALLOW_ORIGIN);
    return { failure: mismatch, origin, allowed: mismatch.parameter, evidence };
  }
  const missing = faultIn(clues, 'MissingAllowOriginHeader');
  if (missing === null) return null;
  const found = { failure: missing, origin, allowed: null };
  // What allows methods or headers, and no origin, allows another one.
  if (hasCorsHeaders(clues)) {
    const evidence = linesOf(clues, ALLOW_METHODS, ALLOW_HEADERS, ALLOW_CREDENTIALS, 'Vary');
    return { ...found, evidence: [...statusEvidence(clues), ...evidence] };
  }
  if (setup?.cors === 'refused' && (hop.preflight === null || ONLY_ORIGIN.has(setup.by.stack))) {
    return { ...found, who: setup.by, evidence: setup.by.evidence };
  }
  // Without a preflight nothing but the origin is asked about.
  const onlyOrigin = stage !== 'preflight' && hop.preflight === null && variesByOrigin(clues);
  return onlyOrigin ? { ...found, evidence: linesOf(clues, 'Vary') } : null;
}

/** CORS is known to be there, and says nothing. */
export function silently(clues: Clues): Found<'not-allowed-silently'> | null {
  if (badStatus(clues) !== null) return null;
  const found = unsaid(clues);
  return found === null ? null : { ...found, asked: clues.asked };
}

export function byStatus(clues: Clues): Found<'not-allowed-by-status'> | null {
  const status = badStatus(clues);
  const found = unsaid(clues);
  return status === null || found === null ? null : { ...found, asked: clues.asked, status };
}

function unsaid(clues: Clues) {
  const { setup, failures, stage } = clues;
  if (stage !== 'preflight') return null;
  if (setup?.cors === 'refused') return { failure: failures[0], who: setup.by, evidence: setup.by.evidence };
  const missing = faultIn(clues, 'MissingAllowOriginHeader');
  if (missing === null || !variesByOrigin(clues)) return null;
  return { failure: missing, evidence: [...statusEvidence(clues), ...linesOf(clues, 'Vary')] };
}

/** Nothing in the answer speaks of CORS. */
export function notConfigured(clues: Clues): Found<'not-configured'> | null {
  const failure = faultIn(clues, 'MissingAllowOriginHeader');
  if (failure === null || variesByOrigin(clues) || clues.setup?.cors === 'refused') return null;
  return { failure, origin: clues.origin, status: null };
}

export function wildcard(clues: Clues): Found<'wildcard-with-credentials'> | null {
  const failure = faultIn(clues, 'WildcardOriginNotAllowed');
  return failure === null ? null : { failure, evidence: linesOf(clues, ALLOW_ORIGIN) };
}

export function credentials(clues: Clues): Found<'credentials-not-allowed'> | null {
  const failure = faultIn(clues, 'InvalidAllowCredentials');
  return failure === null ? null : { failure, evidence: linesOf(clues, ALLOW_CREDENTIALS) };
}

export function malformedList(clues: Clues): Found<'malformed-list'> | null {
  const failure = faultIn(
    clues,
    'InvalidAllowMethodsPreflightResponse',
    'InvalidAllowHeadersPreflightResponse',
  );
  if (failure === null) return null;
  const header = failure.error === 'InvalidAllowMethodsPreflightResponse' ? ALLOW_METHODS : ALLOW_HEADERS;
  return { failure, header, value: failure.parameter ?? '', evidence: linesOf(clues, header) };
}

export function methodNotAllowed(clues: Clues): Found<'method-not-allowed'> | null {
  const failure = faultIn(clues, 'MethodDisallowedByPreflightResponse');
  if (failure === null || isUnspoken(clues, ALLOW_METHODS)) return null;
  const evidence = [...statusEvidence(clues), ...linesOf(clues, ALLOW_METHODS)];
  return { failure, method: failure.parameter ?? clues.asked.method, evidence };
}

/** Names that only an answer carries: on a request they do nothing but need leave. */
const RESPONSE_HEADER = /^access-control-(?:allow-|expose-headers$|max-age$)/;

export function responseHeaderOnRequest(clues: Clues): Found<'response-header-on-request'> | null {
  const names = disallowed(clues).filter((name) => RESPONSE_HEADER.test(name));
  return headersFound(clues, names);
}

export function sdkHeader(clues: Clues): Found<'sdk-header'> | null {
  const names = ownHeaders(clues);
  const sdks = names.map((name) => clientOf(name, clues.asked.headerNames));
  if (sdks.some((sdk) => sdk === null)) return null;
  const found = headersFound(clues, names);
  return found === null ? null : { ...found, sdks: [...new Set(sdks)].filter(isSdk) };
}

function isSdk(sdk: ClientId | null): sdk is ClientId {
  return sdk !== null;
}

export function headerNotAllowed(clues: Clues): Found<'header-not-allowed'> | null {
  return headersFound(clues, ownHeaders(clues));
}

function ownHeaders(clues: Clues): readonly string[] {
  if (isUnspoken(clues, ALLOW_HEADERS)) return [];
  return disallowed(clues).filter((name) => !RESPONSE_HEADER.test(name));
}

function headersFound(clues: Clues, names: readonly string[]) {
  const failure = clues.failures.find(({ parameter }) => parameter !== null && names.includes(parameter));
  if (failure === undefined) return null;
  return { failure, names, evidence: [...statusEvidence(clues), ...linesOf(clues, ALLOW_HEADERS)] };
}

/** Request headers that are not allowed, once each. */
function disallowed({ failures }: Clues): readonly string[] {
  const ofHeaders = failures.filter(({ error }) => error === 'HeaderDisallowedByPreflightResponse');
  return [...new Set(ofHeaders.flatMap(({ parameter }) => parameter ?? []))];
}

/** Whether CORS may not have had its say: an answer that isn't its own, without the list. */
function isUnspoken(clues: Clues, header: string): boolean {
  return badStatus(clues) !== null && answered(clues, header) === null;
}

function statusEvidence(clues: Clues): readonly string[] {
  const status = badStatus(clues);
  return status === null ? [] : [`${status}`];
}
