import { sentence } from '../../texts/index.ts';
import type { CachedAnswer } from '../cached-answer.ts';
import { type CauseTexts, fix, inPageInstead } from '../cause-texts.ts';

export const cachedAnswer: CauseTexts<CachedAnswer> = {
  headline: ({ earlierLoad }, { server, exchange }) =>
    earlierLoad === null
      ? sentence('headlineCached', { host: server, origin: exchange.origin })
      : sentence('headlineCachedLoad', { host: server, origin: exchange.origin }),
  happened: ({ earlierLoad, evidence }) =>
    earlierLoad === null
      ? sentence('happenedCached', { evidence, header: VARY })
      : sentence('happenedCachedLoad', {
          attribute: 'crossorigin',
          header: VARY,
          loaded: earlierLoad.resourceType,
        }),
  advice: ({ earlierLoad }, { host }) =>
    earlierLoad === null
      ? [fix('adviceCached', { host, header: VARY })]
      : [
          fix('adviceCachedLoad', { host, header: VARY }),
          inPageInstead('adviceCachedLoadPage', { attribute: 'crossorigin="anonymous"' }),
        ],
};

const VARY = 'Vary: Origin';
