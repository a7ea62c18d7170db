import {
  type CorsCheckError,
  type Exchange,
  type Failure,
  hopOrigins,
  type PreflightError,
} from '../cors/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';
import { ALLOW_ORIGIN } from './cors-headers.ts';
import { bareNetError } from './not-cors.ts';
import { statusText } from './status-text.ts';

/**
 * A fault as a sentence, with the answer in which it was found. Headers of one answer that are not allowed are one
 * fault.
 */
export interface FaultWords {
  readonly stage: Failure['stage'];
  readonly when: Failure['when'];
  readonly hop: number;
  readonly sentence: Sentence;
}

/** Returns all faults as sentences, in Chrome's order. */
export function faultWords(exchange: Exchange, failures: readonly Failure[]): readonly FaultWords[] {
  const headers = new Map<string, readonly string[]>();
  const answerOf = ({ hop, when }: Failure) => `${hop} ${when}`;
  for (const failure of failures.filter(isOfHeader)) {
    const known = headers.get(answerOf(failure)) ?? [];
    headers.set(answerOf(failure), [...known, failure.parameter ?? '']);
  }
  return failures.flatMap((failure) => {
    const { stage, when, hop } = failure;
    if (!isOfHeader(failure)) return { stage, when, hop, sentence: ofFault(exchange, failure) };
    const names = headers.get(answerOf(failure));
    headers.delete(answerOf(failure));
    return names === undefined ? [] : { stage, when, hop, sentence: ofHeaders(names) };
  });
}

function isOfHeader({ error }: Failure): boolean {
  return error === 'HeaderDisallowedByPreflightResponse';
}

function ofHeaders(names: readonly string[]): Sentence {
  const key = names.length === 1 ? 'faultHeader' : 'faultHeaders';
  return sentence(key, { header: 'Access-Control-Allow-Headers', names });
}

function ofFault(exchange: Exchange, failure: Failure): Sentence {
  const origin = hopOrigins(exchange)[failure.hop] ?? exchange.origin;
  switch (failure.stage) {
    case 'network':
      return sentence('faultNetwork', { error: bareNetError(failure.error) });
    case 'response':
      return ofCorsCheck(failure.error, failure.parameter, origin);
    case 'redirect':
      if (failure.error === 'RedirectContainsCredentials')
        return sentence('faultRedirectCredentials', { header: 'Location' });
      if (failure.error === 'CorsDisabledScheme') {
        return sentence('faultRedirectScheme', { header: 'Location', scheme: failure.parameter ?? '' });
      }
      return ofCorsCheck(failure.error, failure.parameter, origin);
    case 'preflight':
      return ofPreflight(exchange, failure.hop, failure.error, failure.parameter, origin);
  }
}

function ofPreflight(
  exchange: Exchange,
  hop: number,
  error: PreflightError,
  parameter: string | null,
  origin: string,
): Sentence {
  const value = parameter ?? '';
  switch (error) {
    case 'PreflightMissingAllowOriginHeader':
      return ofCorsCheck('MissingAllowOriginHeader', parameter, origin);
    case 'PreflightMultipleAllowOriginValues':
      return ofCorsCheck('MultipleAllowOriginValues', parameter, origin);
    case 'PreflightInvalidAllowOriginValue':
      return ofCorsCheck('InvalidAllowOriginValue', parameter, origin);
    case 'PreflightAllowOriginMismatch':
      return ofCorsCheck('AllowOriginMismatch', parameter, origin);
    case 'PreflightWildcardOriginNotAllowed':
      return ofCorsCheck('WildcardOriginNotAllowed', parameter, origin);
    case 'PreflightInvalidAllowCredentials':
      return ofCorsCheck('InvalidAllowCredentials', parameter, origin);
    case 'PreflightInvalidStatus':
      return sentence('faultPreflightStatus', { status: statusText(exchange, hop, 'preflight') });
    case 'PreflightDisallowedRedirect':
      return sentence('faultPreflightRedirect', { location: value });
    case 'InvalidAllowMethodsPreflightResponse':
      return sentence('faultUnreadableList', { header: 'Access-Control-Allow-Methods', value });
    case 'InvalidAllowHeadersPreflightResponse':
      return sentence('faultUnreadableList', { header: 'Access-Control-Allow-Headers', value });
    case 'MethodDisallowedByPreflightResponse':
      return sentence('faultMethod', { header: 'Access-Control-Allow-Methods', method: value });
    case 'HeaderDisallowedByPreflightResponse':
      return ofHeaders([value]);
  }
}

function ofCorsCheck(error: CorsCheckError, parameter: string | null, origin: string): Sentence {
  const value = parameter ?? '';
  switch (error) {
    case 'MissingAllowOriginHeader':
      return sentence('faultMissingAllowOrigin', { header: ALLOW_ORIGIN, origin });
    case 'MultipleAllowOriginValues':
      return sentence('faultMultipleAllowOrigin', { header: ALLOW_ORIGIN, value });
    case 'InvalidAllowOriginValue':
      return value === ''
        ? sentence('faultEmptyAllowOrigin', { header: ALLOW_ORIGIN, origin })
        : sentence('faultInvalidAllowOrigin', { header: ALLOW_ORIGIN, value });
    case 'AllowOriginMismatch':
      return sentence('faultAllowOriginMismatch', { header: ALLOW_ORIGIN, value, origin });
    case 'WildcardOriginNotAllowed':
      return sentence('faultWildcardOrigin', { header: ALLOW_ORIGIN, wildcard: '*' });
    case 'InvalidAllowCredentials':
      return parameter === null || parameter === ''
        ? sentence('faultMissingAllowCredentials', {
            header: 'Access-Control-Allow-Credentials',
            wanted: 'true',
          })
        : sentence('faultInvalidAllowCredentials', {
            header: 'Access-Control-Allow-Credentials',
            value,
            wanted: 'true',
          });
  }
}
