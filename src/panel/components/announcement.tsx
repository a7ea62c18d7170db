import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../browser/i18n.ts';
import { useModel } from '../model/model-context.ts';

/** The time, in ms, that the count must stay unchanged before it is spoken. */
const UNCHANGED_MS = 1_000;

/** Speaks the number of blocked requests when it changes. A burst is spoken once. */
export function Announcement() {
  const { rows } = useModel();
  const blocked = rows.value.filter(({ diagnosis }) => diagnosis.outcome === 'blocked').length;
  const spoken = useSignal(0);
  useEffect(() => {
    const timer = setTimeout(() => {
      spoken.value = blocked;
    }, UNCHANGED_MS);
    return () => clearTimeout(timer);
  }, [blocked, spoken]);
  return (
    <div class="visually-hidden" role="status">
      {spoken.value === 0 ? '' : t('announceBlocked', { count: String(spoken.value) })}
    </div>
  );
}
