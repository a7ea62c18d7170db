import { t } from '../../browser/i18n.ts';
import { hostOf } from '../../cors/index.ts';
import { minutesLeft, type Override } from '../../override/index.ts';
import { now } from '../model/clock.ts';
import { Text } from './words.tsx';

/** Says in the toolbar that an override is on, and offers to switch it off. */
export function OverrideStatus({ override, onTurnOff }: { override: Override; onTurnOff: () => void }) {
  const { pageOrigin, targetOrigin } = override;
  const hosts = { page: hostOf(pageOrigin), target: hostOf(targetOrigin) };
  return (
    <span class="override-status">
      <span>
        <Text
          message="overrideStatus"
          values={{ ...hosts, minutes: String(minutesLeft(override, now.value)) }}
        />
      </span>
      <button type="button" class="tool" aria-label={t('turnOffOverride', hosts)} onClick={onTurnOff}>
        {t('turnOff')}
      </button>
    </span>
  );
}
