import { isLoopbackOrigin } from '../../cors/index.ts';
import { sentence } from '../../texts/index.ts';
import { type CauseTexts, fix, inPageInstead } from '../cause-texts.ts';
import type { OriginGuard } from '../origin-guard.ts';

export const originGuard: CauseTexts<OriginGuard> = {
  label: ({ status }) => sentence('labelGuard', { status: `${status}` }),
  headline: ({ status, origin }, { server }) =>
    sentence('headlineGuard', { host: server, origin, status: `${status}` }),
  happened: ({ status }) => sentence('happenedGuard', { status: `${status}` }),
  advice: ({ origin }, { host, exchange }) => [
    fix('adviceGuard', { host, origin }),
    isLoopbackOrigin(exchange.origin)
      ? inPageInstead('adviceGuardOverride', { host })
      : inPageInstead('adviceGuardProxy', { host }),
  ],
};
