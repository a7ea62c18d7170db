import { clientCredentials } from '../causes/index.ts';
import {
  CREDENTIALS_ERRORS,
  type CredentialsMode,
  type Diagnosis,
  disallowedHeaderNames,
  type Exchange,
  extractTokens,
  type Failure,
  getHeader,
  type HeaderList,
  hopOrigins,
  isCorsSafelistedMethod,
  isMethodAllowed,
  isOneOf,
  ORIGIN_ERRORS,
  preflightQuestion,
} from '../cors/index.ts';

export type Verdict = 'allowed' | 'not-allowed' | 'depends' | 'unknown';

/** What the browser asked of the server beside what the server allows; strings are header values as sent. */
export interface Comparison {
  readonly origin: { readonly asked: string; readonly allowed: string | null; readonly verdict: Verdict };
  readonly method: { readonly asked: string; readonly allowed: string | null; readonly verdict: Verdict };
  readonly headers: {
    readonly asked: readonly { readonly name: string; readonly verdict: Verdict }[];
    readonly allowed: string | null;
    readonly verdict: Verdict;
  };
  readonly credentials: {
    readonly allowed: string | null;
    readonly verdict: Verdict;
    /** The library that is known to include or omit credentials in this call. Null if none is known. */
    readonly client: string | null;
  };
  /** Whether an answer came that could have allowed anything. */
  readonly answered: boolean;
  readonly preflighted: boolean;
}

/** Compares at the hop where the browser stopped, or at the last one. */
export function comparisonOf(exchange: Exchange, diagnosis: Diagnosis): Comparison {
  const index = diagnosis.failures[0]?.hop ?? exchange.hops.length - 1;
  const hop = exchange.hops[index] ?? exchange.hops[0];
  const { preflight } = hop;
  const response = preflight === null ? hop.response : preflight.response;
  const fallback = { origin: hopOrigins(exchange)[index] ?? exchange.origin, method: hop.method };
  const question =
    preflight === null ? { ...fallback, headerNames: [] } : preflightQuestion(preflight, fallback);
  const list = response?.headerList ?? null;
  const failures = diagnosis.failures.filter((failure) => {
    return failure.hop === index && (preflight === null || failure.stage === 'preflight');
  });
  const modes = modesOf(diagnosis);
  const known = clientCredentials(exchange);
  const byModes = (test: (mode: CredentialsMode) => boolean): Verdict => {
    return list === null ? 'unknown' : verdictOf(modes.map(test));
  };
  const methods = list === null ? [] : extractTokens(list, 'Access-Control-Allow-Methods');
  const names = list === null ? [] : extractTokens(list, 'Access-Control-Allow-Headers');
  const asked = question.headerNames.map((name) => ({
    name,
    verdict: byModes(
      (mode) => names !== null && disallowedHeaderNames([name], names, mode, diagnosis.profile).length === 0,
    ),
  }));
  return {
    origin: {
      asked: question.origin,
      allowed: header(list, 'Access-Control-Allow-Origin'),
      verdict: list === null ? 'unknown' : originVerdict(failures, diagnosis),
    },
    method: {
      asked: question.method,
      allowed: header(list, 'Access-Control-Allow-Methods'),
      verdict:
        preflight === null || (list !== null && isCorsSafelistedMethod(question.method) && methods !== null)
          ? 'allowed'
          : byModes((mode) => methods !== null && isMethodAllowed(question.method, methods, mode)),
    },
    headers: {
      asked: asked.toSorted(
        (one, other) => Number(one.verdict === 'allowed') - Number(other.verdict === 'allowed'),
      ),
      allowed: header(list, 'Access-Control-Allow-Headers'),
      verdict: names === null ? 'not-allowed' : worstVerdict(asked.map(({ verdict }) => verdict)),
    },
    credentials: {
      allowed: header(list, 'Access-Control-Allow-Credentials'),
      verdict: list === null ? 'unknown' : credentialsVerdict(failures, diagnosis),
      client: known !== null && modes.length === 1 && modes.includes(known.mode) ? known.client.name : null,
    },
    answered: list !== null,
    preflighted: preflight !== null,
  };
}

function header(list: HeaderList | null, name: string): string | null {
  return list === null ? null : getHeader(list, name);
}

function modesOf({ credentials }: Diagnosis): readonly CredentialsMode[] {
  switch (credentials) {
    case 'included':
      return ['include'];
    case 'omitted':
      return ['omit'];
    case 'unknown':
      return ['include', 'omit'];
  }
}

function verdictOf(results: readonly boolean[]): Verdict {
  if (results.every((result) => result)) return 'allowed';
  return results.some((result) => result) ? 'depends' : 'not-allowed';
}

function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  const order: readonly Verdict[] = ['not-allowed', 'depends', 'unknown'];
  return order.find((verdict) => verdicts.includes(verdict)) ?? 'allowed';
}

function originVerdict(failures: readonly Failure[], { credentials }: Diagnosis): Verdict {
  const fault = failures.find((failure) => isOneOf(failure, ORIGIN_ERRORS));
  if (fault === undefined) return 'allowed';
  return fault.when === 'always' || credentials === 'included' ? 'not-allowed' : 'depends';
}

function credentialsVerdict(failures: readonly Failure[], { credentials }: Diagnosis): Verdict {
  const fault = failures.some((failure) => isOneOf(failure, CREDENTIALS_ERRORS));
  if (!fault) return 'allowed';
  return credentials === 'included' ? 'not-allowed' : 'depends';
}
