import { getHeader } from '../../cors/index.ts';
import { sentence } from '../../texts/index.ts';
import { type Advice, type CauseTexts, fix, inPageInstead } from '../cause-texts.ts';
import { guardedHostOf } from '../guarded-hosts.ts';
import type { PreflightLogin } from '../preflight-login.ts';
import { answeredOf } from '../statuses/answered.ts';
import { orFromOwnServer } from './error-without-cors.ts';

export const preflightLogin: CauseTexts<PreflightLogin> = {
  headline: ({ status }, { server }) =>
    sentence(status === 511 ? 'status511' : 'headlinePreflightLogin', { host: server, status: `${status}` }),
  happened: ({ status }) =>
    status === 511
      ? sentence('whyFront', { header: 'Access-Control-Allow-Origin' })
      : sentence('happenedLogin', { method: 'OPTIONS', header: 'Authorization' }),
  advice: (cause, context) => {
    if (cause.status === 511) return [inPageInstead('pagePortal', { host: context.host })];
    const answer = answeredOf(cause, context)?.answer ?? null;
    const isVercel = answer !== null && /^vercel$/i.test(getHeader(answer.headerList, 'Server') ?? '');
    if (isVercel) return [vercel()];
    const exempt = [fix('adviceLogin', { method: 'OPTIONS' })];
    // A guarded host is a deployment of the readers' own, so they need no way around it.
    return guardedHostOf(context.url) === null ? orFromOwnServer(context, exempt) : exempt;
  },
};

/** Deployments behind a login. @see https://vercel.com/docs/deployment-protection */
function vercel(): Advice {
  return fix('adviceVercelProtection', { setting: 'Deployment Protection', list: 'OPTIONS Allowlist' });
}
