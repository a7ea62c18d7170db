import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { hostOf } from '../cause/headline-host.ts';
import type { Override } from '../override/index.ts';
import { t } from '../platform/i18n.ts';

const MINUTE = 60_000;
const STEP = 5_000;

/** An override that is on: between which hosts, for how long, and the button that ends it. */
export function PopupOverride({ override, onTurnOff }: { override: Override; onTurnOff: () => void }) {
  const { pageOrigin, targetOrigin, expiresAt, heldBackBy } = override;
  const hosts = [hostOf(pageOrigin), hostOf(targetOrigin)] as const;
  const left = useSignal(minutesUntil(expiresAt));
  useEffect(() => {
    const timer = setInterval(() => {
      left.value = minutesUntil(expiresAt);
    }, STEP);
    return () => clearInterval(timer);
  }, [expiresAt, left]);
  return (
    <section class="override">
      <p>{t('popupOverride', ...hosts, String(left.value))}</p>
      {heldBackBy !== null && <p>{t('overrideHeldBack', hostOf(heldBackBy), hosts[0])}</p>}
      <button type="button" aria-label={t('turnOffOverride', ...hosts)} onClick={onTurnOff}>
        {t('turnOff')}
      </button>
    </section>
  );
}

function minutesUntil(time: number): number {
  return Math.max(0, Math.ceil((time - Date.now()) / MINUTE));
}
