import { t } from '../../browser/i18n.ts';
import { lazily } from './lazily.tsx';

/** Shows the detail. Its code is loaded when the first row is shown, so that the list comes first. */
export const LazyDetail = lazily(
  async () => (await import('./detail.tsx')).Detail,
  () => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys lead here from the list, as to any detail
    <section class="detail" aria-label={t('requestDetail')} aria-busy="true" tabIndex={0} />
  ),
);
