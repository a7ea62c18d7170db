import type { MessageKey } from '../../cause/headline-sentence.ts';
import { t } from '../../platform/i18n.ts';
import { secondOfDay } from '../model/clock.ts';
import { laterCall } from '../model/later-call.ts';
import { useModel } from '../model/model-context.ts';
import { markOf, type Row } from '../model/row.ts';
import { Mark } from './mark.tsx';

/** Whether the override worked, and what became of the same call later. */
export function Proof({ row }: { row: Row }) {
  const { rows, select, hidePassed } = useModel();
  const proof = proofOf(row);
  const later = row.diagnosis.outcome === 'pending' ? null : laterCall(rows.value, row);
  const show = () => {
    if (later === null) return;
    if (markOf(later) === 'passed' || markOf(later) === 'pending') hidePassed.value = false;
    select(later.exchange.id);
  };
  return (
    <>
      {proof !== null && <p class={`proof proof-${markOf(row)}`}>{t(proof)}</p>}
      {later !== null && (
        <p class={`proof proof-${markOf(later)}`}>
          <Mark kind={markOf(later)} />
          {t(laterKey(later), secondOfDay(later.exchange.startedAt))}{' '}
          <button type="button" class="link" onClick={show}>
            {t('show')}
          </button>
        </p>
      )}
    </>
  );
}

function proofOf({ exchange, diagnosis }: Row): MessageKey | null {
  if (!exchange.overridden) return null;
  switch (diagnosis.outcome) {
    case 'allowed':
      return diagnosis.failures.length > 0 ? 'proofPassed' : 'proofNotNeeded';
    case 'blocked':
      return 'proofStillBlocked';
    case 'failed':
    case 'pending':
      return null;
  }
}

function laterKey(row: Row): MessageKey {
  switch (markOf(row)) {
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
  }
}
