import {
  type CorsCheckError,
  type Exchange,
  type Failure,
  hopOrigins,
  type PreflightError,
} from '../cors/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';
import { bareNetError } from './not-cors.ts';
import { statusText } from './status-text.ts';

const ALLOW_ORIGIN = 'Access-Control-Allow-Origin';

/** One fault in words, with the answer it was found in. Headers of one answer that are not allowed are one fault. */
export interface FaultWords {
  readonly stage: Failure['stage'];
  readonly when: Failure['when'];
  readonly hop: number;
  readonly sentence: Sentence;
}

/** All faults in words, in Chrome's order. */
export function faultWords(exchange: Exchange, failures: readonly Failure[]): readonly FaultWords[] {
  const words: FaultWords[] = [];
  const headers = new Map<string, string[]>();
  for (const failure of failures) {
    const { stage, when, hop } = failure;
    if (failure.error !== 'HeaderDisallowedByPreflightResponse') {
      words.push({ stage, when, hop, sentence: ofFault(exchange, failure) });
      continue;
    }
    const known = headers.get(`${hop} ${when}`);
    if (known !== undefined) {
      known.push(failure.parameter ?? '');
      continue;
    }
    const names = [failure.parameter ?? ''];
    headers.set(`${hop} ${when}`, names);
    words.push({
      stage,
      when,
      hop,
      sentence: sentence('faultHeader', { header: 'Access-Control-Allow-Headers', names }),
    });
  }
  return words.map((word) =>
    listsSeveral(word.sentence) ? { ...word, sentence: plural(word.sentence) } : word,
  );
}

function listsSeveral({ key, values }: Sentence): boolean {
  return key === 'faultHeader' && typeof values[1] === 'object' && values[1].length > 1;
}

function plural({ values }: Sentence): Sentence {
  return sentence('faultHeaders', ...values);
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
      return sentence('faultHeader', { header: 'Access-Control-Allow-Headers', names: [value] });
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
