import { sentence } from '../../texts/index.ts';
import { type Advice, type CauseTexts, fix, inPageInstead } from '../cause-texts.ts';
import { ALLOW_ORIGIN } from '../cors-headers.ts';
import type { ErrorWithoutCors } from '../error-without-cors.ts';
import { type Answered, answeredOf, type Meaning, saidOf, type Words } from '../statuses/answered.ts';
import { headlineOf, meaningOf } from '../statuses/signals.ts';

/** What the error means comes first. That the page can't read it is the lesser half. */
export const errorWithoutCors: CauseTexts<ErrorWithoutCors> = {
  label: ({ code }) => sentence('labelError', { status: code }),
  headline: (cause, context) => {
    const answered = answeredOf(cause, context);
    return answered === null ? sentence('headlineBlocked', { host: context.host }) : headlineOf(answered);
  },
  happened: (cause, context) => {
    const answered = answeredOf(cause, context);
    return answered === null ? null : sentence(meaningOf(answered).why, { header: ALLOW_ORIGIN });
  },
  advice: (cause, context) => {
    const answered = answeredOf(cause, context);
    const headers = headersToo(cause, context.host);
    if (answered === null) return [headers];
    // The network's own login is nobody's server.
    return adviceByMeaning(answered, meaningOf(answered), cause.status === 511 ? [] : [headers]);
  },
};

/** Who runs the server reads first what mends it; anybody else first what they can do. */
export function adviceByMeaning(
  of: Answered,
  { page, server, besides = [], pageFirst }: Meaning,
  last: readonly Advice[] = [],
): readonly Advice[] {
  const toFix = (all: readonly Words[]) =>
    saidOf(of, all).map((one): Advice => ({ sentence: one, by: 'server' }));
  const onServer = toFix(server);
  const rest = [...toFix(besides), ...last];
  const inPage = saidOf(of, page).map((one): Advice => ({ sentence: one, by: 'page' }));
  // Where nothing on the server mends the error itself, the page's side does, on this machine, too.
  return of.context.own && onServer.length > 0 && pageFirst !== true
    ? [...onServer, ...rest, ...inPage]
    : [...inPage, ...onServer, ...rest];
}

/** A fix on the server, for somebody who may not run it: what they can do comes first. */
export function orFromOwnServer(
  { own, host }: { readonly own: boolean; readonly host: string },
  onServer: readonly Advice[],
): readonly Advice[] {
  return own ? onServer : [inPageInstead('pageBackEnd', { host }), ...onServer];
}

/** How the error gets the header. Where CORS is known to be set up, nobody is told to set it up. */
function headersToo({ preflighted, allowed }: ErrorWithoutCors, host: string): Advice {
  if (preflighted) return fix('adviceErrorProven', { host, header: ALLOW_ORIGIN });
  return allowed === null
    ? fix('adviceErrorHeaders', { host, header: ALLOW_ORIGIN })
    : fix(allowed === 'url' ? 'adviceErrorUrl' : 'adviceErrorOthers', { host, header: ALLOW_ORIGIN });
}
