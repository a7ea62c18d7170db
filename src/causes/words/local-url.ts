import { sentence } from '../../texts/index.ts';
import { type CauseTexts, inPageInstead } from '../cause-texts.ts';
import type { LocalUrl } from '../local-url.ts';

/**
 * The attributes by which an element loads by CORS, by DevTools' name for what it loads. Without them Chrome loads a file
 * for a page from a file, as measured in Chromium 156.
 */
const BY_CORS: Readonly<Record<string, readonly string[]>> = {
  script: ['type="module"', 'crossorigin'],
  stylesheet: ['crossorigin'],
  image: ['crossorigin'],
};

export const localUrl: CauseTexts<LocalUrl> = {
  headline: (_, { url }) => sentence('headlineFileUrl', { url }),
  happened: () => sentence('happenedFileUrl', { origin: 'null' }),
  advice: (_, { exchange }) => {
    const attributes = BY_CORS[exchange.resourceType];
    return [
      inPageInstead('adviceFileUrl', { command: 'npx serve', address: 'http://localhost:3000' }),
      ...(attributes === undefined || exchange.origin !== 'null'
        ? []
        : [inPageInstead('adviceFileElement', { attributes })]),
    ];
  },
};
