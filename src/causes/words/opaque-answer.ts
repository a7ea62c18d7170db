import { sentence } from '../../texts/index.ts';
import { type CauseTexts, fix, inPageInstead } from '../cause-texts.ts';
import { ALLOW_ORIGIN } from '../cors-headers.ts';
import type { OpaqueAnswer } from '../opaque-answer.ts';

const MODE = 'no-cors';

export const opaqueAnswer: CauseTexts<OpaqueAnswer> = {
  headline: ({ status }, { server }) =>
    sentence('headlineOpaqueAnswer', { host: server, mode: MODE, status }),
  happened: () => sentence('happenedOpaqueAnswer', { mode: MODE, status: '0' }),
  advice: ({ allowsPage }, { host, exchange }) =>
    allowsPage
      ? [inPageInstead('adviceOpaqueAllowed', { host, mode: `mode: '${MODE}'` })]
      : [
          inPageInstead('adviceOpaqueAnswer', { mode: `mode: '${MODE}'` }),
          fix('adviceOpaqueServer', { host, header: `${ALLOW_ORIGIN}: ${exchange.origin}` }),
        ],
};
