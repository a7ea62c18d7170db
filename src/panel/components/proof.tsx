import { t } from '../../browser/i18n.ts';
import type { Explanation, OverrideEffect } from '../../explain/index.ts';
import { SetHeaders } from './set-headers.tsx';
import { Words } from './words.tsx';
import './proof.css';

/** Says whether the override worked. */
export function Proof({ of: { overrideEffect: effect, result } }: { of: Explanation }) {
  return (
    <>
      {effect !== null && (
        <p class={`proof proof-${result}`}>
          <ProofWords of={effect} />
        </p>
      )}
      {effect?.type === 'passed' && effect.set.length > 0 && <SetHeaders set={effect.set} />}
    </>
  );
}

function ProofWords({ of: effect }: { of: OverrideEffect }) {
  switch (effect.type) {
    case 'passed':
      return t('proofPassed');
    case 'not-needed':
      return t('proofNotNeeded');
    case 'still-blocked':
      return (
        <>
          <span>{t('proofStillBlocked')}</span>
          <span>
            <Words of={effect.headline} />
          </span>
        </>
      );
    case 'learnt':
      return t('proofLearnt');
    case 'contradiction':
      return t('proofContradiction');
  }
}
