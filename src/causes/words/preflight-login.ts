import { getHeader } from '../../cors/index.ts';
import { sentence } from '../../texts/index.ts';
import { type Advice, type CauseTexts, fix, inPageInstead } from '../cause-texts.ts';
import { guardedHostOf } from '../guarded-hosts.ts';
import type { PreflightLogin } from '../preflight-login.ts';
import { answeredOf } from '../statuses/answered.ts';
import { orFromOwnServer } from './error-without-cors.ts';

export const preflightLogin: CauseTexts<PreflightLogin> = {
  label: ({ status }) => sentence('labelPreflightLogin', `${status}`),
  headline: ({ status }, { server }) =>
    sentence(status === 511 ? 'status511' : 'headlinePreflightLogin', server, `${status}`),
  happened: ({ status }) =>
    status === 511
      ? sentence('whyFront', 'Access-Control-Allow-Origin')
      : sentence('happenedLogin', 'OPTIONS', 'Authorization'),
  advice: (cause, context) => {
    if (cause.status === 511) return [inPageInstead('pagePortal', context.host)];
    const answer = answeredOf(cause, context)?.answer ?? null;
    const isVercel = answer !== null && /^vercel$/i.test(getHeader(answer.headerList, 'Server') ?? '');
    if (isVercel) return [vercel()];
    const exempt = [fix('adviceLogin', 'OPTIONS')];
    // People call their own deployments there.
    return guardedHostOf(context.url) === null ? orFromOwnServer(context, exempt) : exempt;
  },
};

/** Deployments behind a login. @see https://vercel.com/docs/deployment-protection */
function vercel(): Advice {
  return fix('adviceVercelProtection', 'Deployment Protection', 'OPTIONS Allowlist');
}
