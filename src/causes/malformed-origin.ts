import { type Sentence, sentence } from '../texts/index.ts';
import { type CauseTexts, fix } from './cause-texts.ts';
import { isError } from './cors-error-name.ts';
import { ALLOW_ORIGIN } from './cors-headers.ts';
import { type Evidence, failureIn, headerLines } from './evidence.ts';
import { type OriginMistake, originMistake } from './origin-mistake.ts';
import { type RuleMatch, ruleMatch } from './rule-match.ts';

/** The server allows a value that is no serialized origin, so it matches none. */
export interface MalformedOrigin extends RuleMatch {
  readonly id: 'malformed-origin';
  readonly value: string;
  readonly mistake: OriginMistake;
}

export function findMalformedOrigin(evidence: Evidence): MalformedOrigin | null {
  const failure = failureIn(
    evidence,
    'InvalidAllowOriginValue',
    'AllowOriginMismatch',
    'MultipleAllowOriginValues',
  );
  if (failure === null) return null;
  const value = failure.parameter ?? '';
  const mistake = originMistake(value) ?? (isError(failure, ['AllowOriginMismatch']) ? null : 'no-origin');
  if (mistake === null) return null;
  const match = ruleMatch(evidence, failure, headerLines(evidence, ALLOW_ORIGIN));
  return { ...match, id: 'malformed-origin', value, mistake };
}

export const malformedOrigin: CauseTexts<MalformedOrigin> = {
  label: () => sentence('labelMalformedOrigin'),
  headline: (cause, { server }) => headlineOf(cause, server),
  happened: () => sentence('happenedMalformedOrigin'),
  advice: (_, { host, exchange }) => [fix('adviceMalformedOrigin', host, ALLOW_ORIGIN, exchange.origin)],
};

function headlineOf({ value, mistake }: MalformedOrigin, server: string): Sentence {
  switch (mistake) {
    case 'empty':
      return sentence('headlineEmptyOrigin', server, ALLOW_ORIGIN);
    case 'list':
      return sentence('headlineOriginList', server, ALLOW_ORIGIN, value);
    case 'wildcard-inside':
      return sentence('headlineOriginWildcard', server, ALLOW_ORIGIN, '*', value);
    case 'no-scheme':
      return sentence('headlineOriginScheme', server, ALLOW_ORIGIN, ['http://', 'https://'], value);
    case 'trailing-slash':
      return sentence('headlineOriginSlash', server, ALLOW_ORIGIN, value);
    case 'path':
      return sentence('headlineOriginPath', server, ALLOW_ORIGIN, value);
    case 'upper-case':
      return sentence('headlineOriginCase', server, ALLOW_ORIGIN, value);
    case 'default-port':
      return sentence('headlineOriginPort', server, ALLOW_ORIGIN, value);
    case 'no-origin':
      return sentence('headlineMalformedOrigin', server, ALLOW_ORIGIN, value);
  }
}
