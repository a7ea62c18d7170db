import { sentence } from '../../texts/index.ts';
import { type Advice, type CauseTexts, fix, inPageInstead } from '../cause-texts.ts';
import { ALLOW_ORIGIN } from '../cors-headers.ts';
import type { ErrorWithoutCors } from '../error-without-cors.ts';
import {
  type Answered,
  answeredOf,
  type Meaning,
  meaningWhy,
  sentencesOf,
  type Words,
} from '../statuses/answered.ts';
import { headlineOf, meaningOf } from '../statuses/signals.ts';

/** The meaning of the error comes first. That the page can't read the error matters less. */
export const errorWithoutCors: CauseTexts<ErrorWithoutCors> = {
  headline: (cause, context) => {
    const answered = answeredOf(cause, context);
    return answered === null ? sentence('headlineBlocked', { host: context.host }) : headlineOf(answered);
  },
  happened: (cause, context) => {
    const answered = answeredOf(cause, context);
    return answered === null ? null : meaningWhy(answered, meaningOf(answered));
  },
  advice: (cause, context) => {
    const answered = answeredOf(cause, context);
    const headers = headersToo(cause, context.host);
    if (answered === null) return [headers];
    // The login of the network itself belongs to no server that anybody could change.
    return adviceByMeaning(answered, meaningOf(answered), cause.status === 511 ? [] : [headers]);
  },
};

/** Readers who run the server see the fix first. Others see first what they can do themselves. */
export function adviceByMeaning(
  of: Answered,
  { page, server, besides = [], pageFirst }: Meaning,
  last: readonly Advice[] = [],
): readonly Advice[] {
  const toFix = (all: readonly Words[]) =>
    sentencesOf(of, all).map((one): Advice => ({ sentence: one, by: 'server' }));
  const onServer = toFix(server);
  const rest = [...toFix(besides), ...last];
  const inPage = sentencesOf(of, page).map((one): Advice => ({ sentence: one, by: 'page' }));
  // Where nothing on the server mends the error itself, the page's side does, on this machine, too.
  return of.context.own && onServer.length > 0 && pageFirst !== true
    ? [...onServer, ...rest, ...inPage]
    : [...inPage, ...onServer, ...rest];
}

/** Puts the way over the page's own back end before a fix on the server, for readers who may not run the server. */
export function orFromOwnServer(
  { own, host }: { readonly own: boolean; readonly host: string },
  onServer: readonly Advice[],
): readonly Advice[] {
  return own ? onServer : [inPageInstead('pageBackEnd', { host }), ...onServer];
}

/** Says how the error gets the header. If CORS is known to be set up, nobody is told to set it up. */
function headersToo({ preflighted, allowed }: ErrorWithoutCors, host: string): Advice {
  if (preflighted) return fix('adviceErrorProven', { host, header: ALLOW_ORIGIN });
  return allowed === null
    ? fix('adviceErrorHeaders', { host, header: ALLOW_ORIGIN })
    : fix(allowed === 'url' ? 'adviceErrorUrl' : 'adviceErrorOthers', { host, header: ALLOW_ORIGIN });
}
