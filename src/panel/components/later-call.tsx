import { t } from '../../browser/i18n.ts';
import { type JudgedExchange, laterCall, resultOf } from '../../explain/index.ts';
import type { KeysWith } from '../../texts/index.ts';
import { secondOfDay } from '../model/clock.ts';
import { useModel } from '../model/model-context.ts';
import { Mark } from './mark.tsx';

/** Says how the same call went later. It stands out only if the call passes now. */
export function LaterCall({ row }: { row: JudgedExchange }) {
  const { rows, select, hidePassed } = useModel();
  const later = row.diagnosis.outcome === 'pending' ? null : laterCall(rows.value, row);
  if (later === null) return null;
  const mark = resultOf(later);
  const show = () => {
    if (mark === 'passed' || mark === 'pending') hidePassed.value = false;
    select(later.exchange.id);
  };
  return (
    <p class={mark === resultOf(row) ? 'later dim' : `later proof proof-${mark}`}>
      <Mark kind={mark} />
      <span>{t(laterKey(later), { time: secondOfDay(later.exchange.startedAt) })}</span>
      <button type="button" class="link" onClick={show}>
        {t('show')}
      </button>
    </p>
  );
}

function laterKey(row: JudgedExchange): KeysWith<'time'> {
  switch (resultOf(row)) {
    case 'blocked':
      return 'laterBlocked';
    case 'failed':
      return 'laterFailed';
    case 'pending':
      return 'laterPending';
    case 'passed':
      return 'laterPassed';
    case 'overridden':
      return 'laterOverridden';
    case 'not-cors':
      return 'laterNotCors';
  }
}
