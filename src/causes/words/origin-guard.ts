import { isLoopbackOrigin } from '../../cors/index.ts';
import { sentence } from '../../texts/index.ts';
import { type Advice, type CauseTexts, fix, inPageInstead, type TextContext } from '../cause-texts.ts';
import type { OriginGuard } from '../origin-guard.ts';
import { guardSetting } from './guard-settings.ts';

export const originGuard: CauseTexts<OriginGuard> = {
  headline: ({ status, origin }, { server }) =>
    sentence('headlineGuard', { host: server, origin, status: `${status}` }),
  happened: ({ status }) => sentence('happenedGuard', { status: `${status}` }),
  advice: (cause, context) => advice(cause, context),
};

function advice({ origin, responder }: OriginGuard, context: TextContext): readonly Advice[] {
  const { host, url, own, exchange } = context;
  const known = guardSetting(url, responder?.stack ?? null, origin);
  const letIn =
    known === null
      ? fix('adviceGuard', { host, origin })
      : fix('adviceGuardSetting', { app: known.app, setting: known.setting, host, origin });
  const onLoopback = isLoopbackOrigin(exchange.origin);
  const around = inPageInstead(onLoopback ? 'adviceGuardOverride' : 'adviceGuardProxy', { host });
  return own ? [letIn, around] : [around, letIn];
}
