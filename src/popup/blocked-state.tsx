import { lists } from '../browser/formats.ts';
import { t, textOf } from '../browser/i18n.ts';
import { pluralKey } from '../browser/plural.ts';
import { clippedText } from '../report/index.ts';
import { mapValues, type SentenceValue } from '../texts/index.ts';
import type { BlockedCause } from './blocked-causes.ts';

/** The number of causes that are named. The others are counted. */
const MAX_NAMED_CAUSES = 6;
/** The length at which values are cut. */
const MAX_VALUE_CHARS = 60;

/** Shows how many requests were blocked, and the causes. */
export function BlockedState({ causes }: { causes: readonly BlockedCause[] }) {
  if (causes.length === 0) return <h1>{t('popupNoneBlocked')}</h1>;
  const more = causes.length - MAX_NAMED_CAUSES;
  return (
    <>
      <h1 class="blocked">{heading(causes)}</h1>
      <ul class="causes">
        {causes.slice(0, MAX_NAMED_CAUSES).map(({ key, label, host, count }) => (
          <li key={key}>
            <span>
              <bdi>{textOf(mapValues(label, toText))}</bdi>{' '}
              <bdi class="host dim">{clippedText(host, MAX_VALUE_CHARS)}</bdi>
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

/** Says “3 requests blocked, 2 causes”, for example. A single request has a single cause. */
function heading(causes: readonly BlockedCause[]): string {
  const requests = causes.reduce((sum, { count }) => sum + count, 0);
  if (requests === 1) return t('popupBlockedOne', { count: String(requests) });
  const key = pluralKey(causes.length, { one: 'popupBlockedOneCause', other: 'popupBlockedCauses' });
  return t(key, { requests: String(requests), causes: String(causes.length) });
}

/** Shows text from the network. It can't change the direction of the text around it. */
function toText(value: SentenceValue): string {
  const texts = (typeof value === 'string' ? [value] : value).map((one) => clippedText(one, MAX_VALUE_CHARS));
  return lists.format(texts);
}
