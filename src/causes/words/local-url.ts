import { sentence } from '../../texts/index.ts';
import { type CauseTexts, inPageInstead } from '../cause-texts.ts';
import type { LocalUrl } from '../local-url.ts';

export const localUrl: CauseTexts<LocalUrl> = {
  headline: (_, { url }) => sentence('headlineFileUrl', { url }),
  happened: () => sentence('happenedFileUrl', { origin: 'null' }),
  advice: () => [inPageInstead('adviceFileUrl', { command: 'npx serve', address: 'http://localhost:3000' })],
};
