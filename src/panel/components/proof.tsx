import { t } from '../../browser/i18n.ts';
import { headline } from '../../causes/index.ts';
import { type JudgedExchange, type Proof as ProofOf, proofOf, resultOf } from '../../explain/index.ts';
import { useModel } from '../model/model-context.ts';
import { SetHeaders } from './set-headers.tsx';
import { Words } from './words.tsx';
import './proof.css';

/** Whether the override worked. */
export function Proof({ row }: { row: JudgedExchange }) {
  const { overrides } = useModel();
  const proof = proofOf(row, overrides.value);
  return (
    <>
      {proof !== null && (
        <p class={`proof proof-${resultOf(row)}`}>
          <ProofWords of={proof} />
        </p>
      )}
      {proof?.type === 'passed' && proof.set.length > 0 && <SetHeaders set={proof.set} />}
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
