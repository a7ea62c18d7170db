import { type Sentence, sentence } from '../../texts/index.ts';
import { type Advice, type CauseTexts, fix, type TextContext } from '../cause-texts.ts';
import type { PreflightStatus } from '../preflight-status.ts';
import { type Answered, answeredOf } from '../statuses/answered.ts';
import { headlineOf, meaningOf } from '../statuses/signals.ts';
import { adviceByMeaning, orFromOwnServer } from './error-without-cors.ts';

/** These mean the same to a preflight as to the call that it asks for, or have words of their own for it. */
const SAME_FOR_CALLS = [408, 414, 429, 431, 451];

export const preflightStatus: CauseTexts<PreflightStatus> = {
  headline: (cause, context) => headline(cause, context),
  happened: ({ status }) => {
    if (status === 403) return sentence('happenedForbidden', { status: '403' });
    return status === 429 ? sentence('happenedLimit', { method: 'OPTIONS' }) : null;
  },
  advice: (cause, context) => advice(cause, context),
};

function likeCalls({ status }: PreflightStatus, answered: Answered | null): answered is Answered {
  return answered !== null && SAME_FOR_CALLS.includes(status);
}

function headline(cause: PreflightStatus, context: TextContext): Sentence {
  const { status } = cause;
  const { server, exchange } = context;
  const answered = answeredOf(cause, context);
  if (likeCalls(cause, answered)) return headlineOf(answered);
  if (status === 403)
    return sentence('headlinePreflightForbidden', { host: server, status: '403', origin: exchange.origin });
  return status >= 400
    ? sentence('headlinePreflightTurnedAway', { host: server, status: `${status}` })
    : sentence('headlinePreflightStatus', { host: server, status: `${status}` });
}

function advice(cause: PreflightStatus, context: TextContext): readonly Advice[] {
  const { host, exchange } = context;
  const answered = answeredOf(cause, context);
  if (likeCalls(cause, answered)) {
    const exempt = fix(cause.status === 429 ? 'adviceExempt' : 'adviceBeforeCheck', {
      host,
      method: 'OPTIONS',
    });
    return adviceByMeaning(answered, meaningOf(answered), [exempt]);
  }
  if (cause.status < 400) return [fix('fixStatus', { host, method: 'OPTIONS' })];
  const onServer =
    cause.status === 403
      ? fix('adviceForbidden', { method: 'OPTIONS', origin: exchange.origin })
      : fix('adviceBeforeCheck', { host, method: 'OPTIONS' });
  return orFromOwnServer(context, [onServer]);
}
