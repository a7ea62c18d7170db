import { sentence } from '../../texts/index.ts';
import { partialMatch } from '../partial-match.ts';
import type { WarningCheck } from './warning-check.ts';

/** The server allows an origin as if it compared only a part of it. */
export const originMatchedInPart = {
  id: 'origin-matched-in-part',
  find: ({ host, own, all }) => {
    for (const { origin: one } of own) {
      for (const { origin: other } of all) {
        const match = partialMatch(one, other) ?? partialMatch(other, one);
        if (match !== null)
          return sentence(WARNINGS_BY_PART[match.part], {
            host,
            origin: match.meant,
            lookalike: match.taken,
          });
      }
    }
    return null;
  },
} as const satisfies WarningCheck;

const WARNINGS_BY_PART = { end: 'warnSuffix', beginning: 'warnPrefix', dots: 'warnDot' } as const;
