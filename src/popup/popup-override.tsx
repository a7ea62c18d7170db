import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t, textOf } from '../browser/i18n.ts';
import { hostOf } from '../cors/index.ts';
import { hindrancesOf, minutesLeft, type Override } from '../override/index.ts';
import { mapValues } from '../texts/index.ts';

const MINUTES_UPDATE_MS = 5_000;

/** Shows an override that is on: its two hosts, the minutes left, and the button that ends it. */
export function PopupOverride({ override, onTurnOff }: { override: Override; onTurnOff: () => void }) {
  const { pageOrigin, targetOrigin } = override;
  const hosts = { page: hostOf(pageOrigin), target: hostOf(targetOrigin) };
  const minutes = useSignal(minutesLeft(override, Date.now()));
  useEffect(() => {
    const timer = setInterval(() => {
      minutes.value = minutesLeft(override, Date.now());
    }, MINUTES_UPDATE_MS);
    return () => clearInterval(timer);
  }, [override, minutes]);
  return (
    <section class="override">
      <p>{t('popupOverride', { ...hosts, minutes: String(minutes.value) })}</p>
      {hindrancesOf(override).map((hindrance) => (
        <p key={hindrance.key}>{textOf(mapValues(hindrance, String))}</p>
      ))}
      <button type="button" aria-label={t('turnOffOverride', hosts)} onClick={onTurnOff}>
        {t('turnOff')}
      </button>
    </section>
  );
}
