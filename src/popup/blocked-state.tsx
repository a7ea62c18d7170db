import { lists } from '../browser/formats.ts';
import { t, textOf } from '../browser/i18n.ts';
import { pluralKey } from '../browser/plural.ts';
import { clippedText } from '../report/index.ts';
import { mapValues, type SentenceValue } from '../texts/index.ts';
import type { BlockedCause } from './blocked-causes.ts';

/** Causes that are named; the rest is counted. */
const NAMED = 6;
/** Longer values are cut. */
const LENGTH = 60;

/** How many requests were blocked, and by what. */
export function BlockedState({ causes }: { causes: readonly BlockedCause[] }) {
  if (causes.length === 0) return <h1>{t('popupNoneBlocked')}</h1>;
  const more = causes.length - NAMED;
  return (
    <>
      <h1 class="blocked">{heading(causes)}</h1>
      <ul class="causes">
        {causes.slice(0, NAMED).map(({ key, label, host, count }) => (
          <li key={key}>
            <span>
              <bdi>{textOf(mapValues(label, toText))}</bdi>{' '}
              <bdi class="host dim">{clippedText(host, LENGTH)}</bdi>
            </span>{' '}
            <span class="count">×{count}</span>
          </li>
        ))}
        {more > 0 && (
          <li class="dim">
            {t(pluralKey(more, { one: 'moreCausesOne', other: 'moreCausesOther' }), { count: String(more) })}
          </li>
        )}
      </ul>
    </>
  );
}

/** Such as “3 requests blocked, 2 causes”; a single request has but one. */
function heading(causes: readonly BlockedCause[]): string {
  const requests = causes.reduce((sum, { count }) => sum + count, 0);
  if (requests === 1) return t('popupBlockedOne', { count: String(requests) });
  const key = pluralKey(causes.length, { one: 'popupBlockedOneCause', other: 'popupBlockedCauses' });
  return t(key, { requests: String(requests), causes: String(causes.length) });
}

/** What comes from the network, as text that can't turn the direction of what is around it. */
function toText(value: SentenceValue): string {
  const texts = (typeof value === 'string' ? [value] : value).map((one) => clippedText(one, LENGTH));
  return lists.format(texts);
}
