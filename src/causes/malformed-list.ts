import { sentence } from '../texts/index.ts';
import { type CauseTexts, fix } from './cause-texts.ts';
import { ALLOW_HEADERS, ALLOW_METHODS } from './cors-headers.ts';
import { type Evidence, failureIn, headerLines } from './evidence.ts';
import { type RuleMatch, ruleMatch } from './rule-match.ts';

/** The browser can't parse a list of the preflight's answer, so nothing is on it. */
export interface MalformedList extends RuleMatch {
  readonly id: 'malformed-list';
  /** The header's name. */
  readonly header: string;
  readonly value: string;
}

export function findMalformedList(evidence: Evidence): MalformedList | null {
  const ofMethods = failureIn(evidence, 'InvalidAllowMethodsPreflightResponse');
  const failure = ofMethods ?? failureIn(evidence, 'InvalidAllowHeadersPreflightResponse');
  if (failure === null) return null;
  const header = ofMethods === null ? ALLOW_HEADERS : ALLOW_METHODS;
  const match = ruleMatch(evidence, failure, headerLines(evidence, header));
  return { ...match, id: 'malformed-list', header, value: failure.parameter ?? '' };
}

export const malformedList: CauseTexts<MalformedList> = {
  headline: ({ header, value }, { server }) =>
    sentence('headlineMalformedList', { host: server, header, value }),
  happened: () => sentence('happenedMalformedList'),
  advice: ({ header }) => [fix('adviceMalformedList', { header })],
};
