import { CLIENTS, type ClientId, clientOf } from '../clients/index.ts';
import { sentence } from '../texts/index.ts';
import { type Advice, type CauseTexts, fix, inPageInstead } from './cause-texts.ts';
import { ALLOW_HEADERS } from './cors-headers.ts';
import { disallowedRequestHeaders } from './disallowed-headers.ts';
import type { Evidence } from './evidence.ts';
import { NAMED_IN_HEADLINE, NAMED_IN_LABEL, namedHeaders } from './named-headers.ts';
import type { RuleMatch } from './rule-match.ts';

/** The server's list lacks request headers, and client libraries add all of them by themselves. */
export interface SdkHeader extends RuleMatch {
  readonly id: 'sdk-header';
  /** Request headers, lower-cased. */
  readonly names: readonly string[];
  readonly sdks: readonly ClientId[];
}

export function findSdkHeader(evidence: Evidence): SdkHeader | null {
  const match = disallowedRequestHeaders(evidence);
  if (match === null) return null;
  const sdks = new Set<ClientId>();
  for (const name of match.names) {
    const client = clientOf(name, evidence.requested.headerNames);
    if (client === null) return null;
    sdks.add(client);
  }
  return { ...match, id: 'sdk-header', sdks: [...sdks] };
}

export const sdkHeader: CauseTexts<SdkHeader> = {
  label: (cause) => {
    const { names, more } = namedHeaders(cause.names, NAMED_IN_LABEL);
    return more === null ? sentence('labelHeaders', names) : sentence('labelSdkHeaders', sdkNames(cause));
  },
  headline: (cause, { server }) => {
    const { names, more } = namedHeaders(cause.names, NAMED_IN_HEADLINE);
    const sdks = sdkNames(cause);
    if (more !== null) return sentence('headlineSdkHeadersMore', server, names, more, sdks);
    return sentence(names.length === 1 ? 'headlineSdkHeader' : 'headlineSdkHeaders', server, names, sdks);
  },
  happened: ({ names }) =>
    sentence(names.length === 1 ? 'happenedSdkHeader' : 'happenedSdkHeaders', ALLOW_HEADERS),
  advice: ({ names, sdks }, { host }) => [
    fix('adviceHeaders', host, names, ALLOW_HEADERS),
    ...sdks.map(withoutHeader),
  ],
};

function sdkNames({ sdks }: SdkHeader): readonly string[] {
  return sdks.map((client) => CLIENTS[client].name);
}

function withoutHeader(client: ClientId): Advice {
  const { name, setting } = CLIENTS[client];
  const advice =
    setting === null
      ? inPageInstead('adviceSdkNeeds', name)
      : inPageInstead('adviceSdkSetting', name, setting);
  return { ...advice, aboutLibrary: true };
}
