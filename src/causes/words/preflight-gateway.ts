import { sentence } from '../../texts/index.ts';
import { type CauseTexts, fix } from '../cause-texts.ts';
import type { PreflightGateway } from '../preflight-gateway.ts';
import { answeredOf } from '../statuses/answered.ts';
import { headlineOf, meaningOf } from '../statuses/signals.ts';
import { adviceByMeaning } from './error-without-cors.ts';

/** The gateway's own errors mean the same for a preflight as for the call. Its refusals are about the preflight. */
export const preflightGateway: CauseTexts<PreflightGateway> = {
  label: ({ status }) => sentence('labelPreflightGateway', { status: `${status}` }),
  headline: (cause, context) => {
    const answered = answeredOf(cause, context);
    return cause.status >= 500 && answered !== null
      ? headlineOf(answered)
      : sentence('headlinePreflightGateway', { host: context.server, status: `${cause.status}` });
  },
  happened: ({ status }) =>
    status >= 500 ? sentence('happenedGateway') : sentence('happenedGatewayAnswers', { method: 'OPTIONS' }),
  advice: (cause, context) => {
    const answered = answeredOf(cause, context);
    return cause.status >= 500 && answered !== null
      ? adviceByMeaning(answered, meaningOf(answered))
      : [fix('adviceGatewayAnswers', { host: context.host })];
  },
};
