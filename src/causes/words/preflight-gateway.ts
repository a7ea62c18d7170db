import { sentence } from '../../texts/index.ts';
import { type CauseTexts, fix, type TextContext } from '../cause-texts.ts';
import type { PreflightGateway } from '../preflight-gateway.ts';
import {
  type Answered,
  answeredOf,
  type Meaning,
  meaningHeadline,
  meaningWhy,
} from '../statuses/answered.ts';
import { meaningOf, signalOf } from '../statuses/signals.ts';
import { adviceByMeaning, orFromOwnServer } from './error-without-cors.ts';

/** The gateway's own errors mean the same for a preflight as for the call. Its refusals are about the preflight. */
export const preflightGateway: CauseTexts<PreflightGateway> = {
  headline: (cause, context) => {
    const meant = meantBy(cause, context);
    return meant === null
      ? sentence('headlinePreflightGateway', { host: context.server, status: `${cause.status}` })
      : meaningHeadline(meant.answered, meant.meaning);
  },
  happened: (cause, context) => {
    const answered = answeredOf(cause, context);
    const signal = answered === null ? null : signalOf(answered);
    if (answered !== null && signal !== null) return meaningWhy(answered, signal);
    return cause.status >= 500
      ? sentence('happenedGateway')
      : sentence('happenedGatewayAnswers', { method: 'OPTIONS' });
  },
  advice: (cause, context) => {
    const meant = meantBy(cause, context);
    return meant === null
      ? orFromOwnServer(context, [fix('adviceGatewayAnswers', { host: context.host })])
      : adviceByMeaning(meant.answered, meant.meaning);
  },
};

/** What the answer means whatever it answers: the gateway's own trouble, or what it says of itself in a header. */
function meantBy(
  cause: PreflightGateway,
  context: TextContext,
): { readonly answered: Answered; readonly meaning: Meaning } | null {
  const answered = answeredOf(cause, context);
  if (answered === null) return null;
  const meaning = cause.status >= 500 ? meaningOf(answered) : signalOf(answered);
  return meaning === null ? null : { answered, meaning };
}
