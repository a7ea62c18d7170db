import { headline } from '../../cause/headline.ts';
import { type MessageKey, t } from '../../platform/i18n.ts';
import { secondOfDay } from '../model/clock.ts';
import { laterCall } from '../model/later-call.ts';
import { useModel } from '../model/model-context.ts';
import { type Proof as ProofOf, proofOf } from '../model/proof.ts';
import { markOf, type Row } from '../model/row.ts';
import { Mark } from './mark.tsx';
import { SetHeaders } from './set-headers.tsx';
import { Words } from './words.tsx';

/** Whether the override worked, and what became of the same call later. */
export function Proof({ row }: { row: Row }) {
  const { rows, select, hidePassed, overrides } = useModel();
  const proof = proofOf(row, overrides.value);
  const later = row.diagnosis.outcome === 'pending' ? null : laterCall(rows.value, row);
  const show = () => {
    if (later === null) return;
    if (markOf(later) === 'passed' || markOf(later) === 'pending') hidePassed.value = false;
    select(later.exchange.id);
  };
  return (
    <>
      {proof !== null && (
        <p class={`proof proof-${markOf(row)}`}>
          <ProofWords of={proof} />
        </p>
      )}
      {proof?.type === 'passed' && proof.set.length > 0 && <SetHeaders set={proof.set} />}
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

function ProofWords({ of: proof }: { of: ProofOf }) {
  switch (proof.type) {
    case 'passed':
      return t('proofPassed');
    case 'not-needed':
      return t('proofNotNeeded');
    case 'still-blocked': {
      const { exchange, diagnosis, cause } = proof.judged;
      return (
        <>
          <span>{t('proofStillBlocked')}</span>
          <span>
            <Words of={headline(exchange, diagnosis, cause)} />
          </span>
        </>
      );
    }
    case 'learnt':
      return t('proofLearnt');
    case 'contradiction':
      return t('proofContradiction');
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
