import { t } from '../../browser/i18n.ts';
import { hostOf } from '../../cors/index.ts';
import type { Override } from '../../override/index.ts';
import { minuteOfDay } from '../model/clock.ts';
import { Text } from './words.tsx';

/** Says in the toolbar that an override's time is up, and offers to switch it on again, as it was agreed to. */
export function OverrideEnded({ override, onAgain }: { override: Override; onAgain: () => void }) {
  const { pageOrigin, targetOrigin, endedAt } = override;
  const hosts = { page: hostOf(pageOrigin), target: hostOf(targetOrigin) };
  return (
    <span class="override-status">
      <span>
        <Text message="overrideEndedFor" values={{ ...hosts, time: minuteOfDay(endedAt ?? 0) }} />
      </span>
      <button type="button" class="tool" aria-label={t('overrideAgainFor', hosts)} onClick={onAgain}>
        {t('overrideAgain')}
      </button>
    </span>
  );
}
