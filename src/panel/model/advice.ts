import { hostOfHop, originOfHop } from '../../cause/headline-host.ts';
import { networkWords } from '../../cause/headline-network.ts';
import { type Sentence, sentence } from '../../cause/headline-sentence.ts';
import { type Exchange, type Failure, originOf } from '../../cors/index.ts';
import type { Row } from './row.ts';

/** What no header can do and the server has to do otherwise. */
export function adviceOf({ exchange, diagnosis }: Row): readonly Sentence[] {
  const advice = diagnosis.failures.flatMap((failure) => adviceOn(exchange, failure));
  return advice.filter(({ key }, index) => advice.findIndex((one) => one.key === key) === index);
}

function adviceOn(exchange: Exchange, failure: Failure): readonly Sentence[] {
  const host = hostOfHop(exchange, failure.hop);
  if (failure.stage === 'network') return [sentence(networkWords(failure.error).hint)];
  switch (failure.error) {
    case 'PreflightInvalidStatus':
      return [sentence('fixStatus', host, 'OPTIONS')];
    case 'PreflightDisallowedRedirect':
      return leadsElsewhere(exchange, failure)
        ? [sentence('fixStatus', host, 'OPTIONS'), sentence('fixGateway', 'OPTIONS')]
        : [sentence('fixStatus', host, 'OPTIONS')];
    case 'RedirectContainsCredentials':
      return [sentence('fixRedirectCredentials', host)];
    case 'CorsDisabledScheme':
      return [sentence('fixRedirectScheme', host)];
  }
  return [];
}

/** A redirect to another origin is a login gateway's, most of the time. */
function leadsElsewhere(exchange: Exchange, { hop, parameter }: Failure): boolean {
  const asked = originOfHop(exchange, hop);
  const target = URL.parse(parameter ?? '', asked);
  return target !== null && originOf(target.href) !== asked;
}
