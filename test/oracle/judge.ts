import type { BrowserProfile } from '../../src/cors/browser-profile.ts';
import { getHeader } from '../../src/cors/header-list.ts';
import { normalizeMethod } from '../../src/cors/method.ts';
import { needsPreflight, unsafeRequestHeaderNames } from '../../src/cors/request-headers.ts';
import type { ReportedExchange, ReportedFailure } from '../../src/report/report.ts';
import type { OracleBrowser } from './oracle-browser.ts';
import type { OracleCase } from './oracle-case.ts';
import type { Truth } from './truth.ts';

/** How the report compares with the browser on one case. */
export interface Judgement {
  /** What is wrong with the report; empty when it is right. */
  readonly problems: readonly string[];
  /** Whether the report names one error only as the browser's. */
  readonly unique: boolean;
  /** Whether what happened leaves one error only (see baseline.ts). */
  readonly determined: boolean;
}

/**
 * Compares what was reported of a case with what the browser said of it.
 * @param possible the first errors that agree with what happened
 */
export function judge(
  browser: OracleBrowser,
  oracleCase: OracleCase,
  truth: Truth,
  reported: readonly ReportedExchange[],
  possible: ReadonlySet<string>,
): Judgement {
  const determined = possible.size === 1;
  const [exchange, ...more] = reported;
  if (exchange === undefined) return { problems: ['is not in the report'], unique: false, determined };
  const problems: string[] = [];
  if (more.length > 0) problems.push(`is in the report ${reported.length} times`);
  problems.push(...preflightProblems(browser.profile, oracleCase, exchange));
  const included = oracleCase.credentials === 'include';
  if (exchange.credentials !== 'unknown' && (exchange.credentials === 'included') !== included) {
    problems.push(`credentials are said to be ${exchange.credentials}`);
  }
  if (truth.ok) {
    if (exchange.outcome !== 'allowed') problems.push(`passed, but is said to be ${exchange.outcome}`);
    if (exchange.failures.length > 0)
      problems.push(`passed, but is said to fail: ${names(exchange.failures)}`);
    return { problems, unique: true, determined: true };
  }
  const [first] = readFor(exchange.failures, included);
  if (truth.corsError === null) {
    const isUntold = exchange.outcome === 'blocked' && browser.untold.has(first?.error ?? '');
    if (exchange.outcome !== 'failed' && !isUntold)
      problems.push(`${truth.errorText} is said to be ${exchange.outcome}`);
    return { problems, unique: true, determined: true };
  }
  if (exchange.outcome !== 'blocked') problems.push(`${truth.corsError} is said to be ${exchange.outcome}`);
  if (first?.error !== truth.corsError) {
    problems.push(`${truth.corsError} (${truth.failedParameter}), but the first fault is ${first?.error}`);
  }
  if (truth.failedParameter !== '' && !browser.isNamed(truth, readFor(exchange.failures, included)))
    problems.push(`the parameter ${truth.failedParameter} is not named`);
  if (truth.refusedStage !== null && (truth.refusedStage === 'preflight') !== (first?.stage === 'preflight'))
    problems.push(`the ${truth.refusedStage} was refused, but the first fault is of the ${first?.stage}`);
  const named = possibleFirsts(exchange);
  problems.push(...uniquenessProblems(truth.corsError, named, possible));
  return { problems, unique: named.size === 1, determined };
}

/** What can be known must be said, and nothing else may be said for certain. */
function uniquenessProblems(
  corsError: string,
  named: ReadonlySet<string | undefined>,
  possible: ReadonlySet<string>,
): readonly string[] {
  const problems: string[] = [];
  const [all, left] = [[...named].join(' or '), [...possible].join(' or ')];
  if (!possible.has(corsError)) problems.push(`${corsError}, but the baseline says ${left}`);
  if (possible.size === 1 && named.size !== 1)
    problems.push(`could only be ${left}, but is said to be ${all}`);
  if (named.size === 1 && !named.has(corsError))
    problems.push(`${corsError} is for certain said to be ${all}`);
  return problems;
}

/** Whether the engine foresees, from what the page asks for, if there is a preflight and what it asks leave for. */
function preflightProblems(
  profile: BrowserProfile,
  { method, headers, hops }: OracleCase,
  { url, method: sent, preflight }: ReportedExchange,
): string[] {
  if (!url.endsWith('/0')) return [];
  const problems: string[] = [];
  if (sent !== normalizeMethod(method)) problems.push(`${method} is sent as ${sent}`);
  if (hops[0]?.target === 'page') return problems;
  const list = Object.entries(headers);
  if (needsPreflight(method, list, profile) !== (preflight !== null)) {
    problems.push(
      preflight === null ? 'a preflight is foreseen, and none was made' : 'no preflight is foreseen',
    );
  }
  if (preflight === null) return problems;
  const asked = getHeader(preflight.requestHeaders, 'Access-Control-Request-Headers') ?? '';
  const foreseen = unsafeRequestHeaderNames(list, profile).join(',');
  if (asked !== foreseen) problems.push(`the browser asks for ${asked}, foreseen is ${foreseen}`);
  return problems;
}

/** The failures that hold in one credentials mode. */
function readFor(failures: readonly ReportedFailure[], included: boolean): readonly ReportedFailure[] {
  return failures.filter(({ when }) => included || when === 'always');
}

function possibleFirsts({ failures, credentials }: ReportedExchange): ReadonlySet<string | undefined> {
  const modes = credentials === 'unknown' ? [true, false] : [credentials === 'included'];
  return new Set(modes.map((included) => readFor(failures, included)[0]?.error));
}

function names(failures: readonly ReportedFailure[]): string {
  return failures.map(({ error, parameter }) => `${error}(${parameter ?? ''})`).join(', ');
}
