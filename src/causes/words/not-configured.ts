import { STACKS } from '../../stacks/index.ts';
import { type KeysWith, type Sentence, sentence } from '../../texts/index.ts';
import { type Advice, type CauseTexts, fix, inPageInstead, type TextContext } from '../cause-texts.ts';
import { ALLOW_ORIGIN } from '../cors-headers.ts';
import type { NotConfigured } from '../not-configured.ts';
import { isFramework } from '../server-name.ts';
import { orFromOwnServer } from './error-without-cors.ts';

export const notConfigured: CauseTexts<NotConfigured> = {
  label: () => sentence('labelNotConfigured'),
  headline: (cause, context) => headlineOf(cause, context),
  happened: ({ status, origin }) => {
    if (status === null) return sentence('happenedNotConfigured', { header: ALLOW_ORIGIN, origin });
    return sentence(happenedKey(status), { method: 'OPTIONS', status: `${status}` });
  },
  advice: (cause, context) => advice(cause, context),
};

/** Says what a router means by the status with which it answers OPTIONS. */
function happenedKey(status: number): KeysWith<'method' | 'status'> {
  if (status === 404) return 'happenedUnknownUrl';
  return status === 405 || status === 501 ? 'happenedUnknownMethod' : 'happenedMisreadPreflight';
}

function headlineOf(cause: NotConfigured, { server, host }: TextContext): Sentence {
  const { responder, status, origin } = cause;
  if (responder !== null && responder.cors === 'not-configured') {
    const key = isFramework(responder.stack) ? 'headlineNotConfiguredApp' : 'headlineNotConfiguredIn';
    return sentence(key, { stack: STACKS[responder.stack].name, host });
  }
  if (status === null)
    return sentence('headlineNotConfigured', { host: server, origin, header: ALLOW_ORIGIN });
  switch (status) {
    case 404:
      return sentence('headlinePreflight404', { host: server, status: '404', method: 'OPTIONS' });
    case 405:
    case 501:
      return sentence('headlinePreflightMethod', { host: server, status: `${status}`, method: 'OPTIONS' });
    default:
      return sentence('headlinePreflightAsCall', { host: server, status: `${status}` });
  }
}

function advice({ origin, status }: NotConfigured, context: TextContext): readonly Advice[] {
  const { host, own } = context;
  const setUp = fix('adviceNotConfigured', { host, origin });
  if (status === null) return [setUp];
  if (status !== 404) return orFromOwnServer(context, [setUp]);
  const compare = inPageInstead('pageUrl', { host });
  return own ? [setUp, compare] : [compare, setUp];
}
