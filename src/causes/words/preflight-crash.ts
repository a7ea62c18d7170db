import { sentence } from '../../texts/index.ts';
import { type CauseTexts, fix, inPageInstead } from '../cause-texts.ts';
import type { PreflightCrash } from '../preflight-crash.ts';

export const preflightCrash: CauseTexts<PreflightCrash> = {
  headline: ({ status }, { server }) =>
    sentence('headlinePreflightCrash', { host: server, status: `${status}` }),
  happened: () => sentence('happenedCrash', { method: 'OPTIONS' }),
  advice: (_, { host, own }) => {
    const answer = fix('fixStatus', { host, method: 'OPTIONS' });
    return own
      ? [fix('serverLogHere', { host }), answer]
      : [inPageInstead('pageTicket', { host }), fix('serverLogThere', { host }), answer];
  },
};
