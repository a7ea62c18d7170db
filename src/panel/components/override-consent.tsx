import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../browser/i18n.ts';
import { currentHop, type Exchange, hostOf } from '../../cors/index.ts';
import type { Consent, OverridePlan } from '../../override/index.ts';
import { type Sentence, sentence } from '../../texts/index.ts';
import { Words } from './words.tsx';

interface Props {
  readonly exchange: Exchange;
  readonly plan: Extract<OverridePlan, { type: 'override' }>;
  readonly consents: readonly Consent[];
  readonly onAgree: () => void;
  readonly onDecline: () => void;
}

/** Says what an override takes beyond this tab's response headers, before it does. */
export function OverrideConsent({ exchange, plan, consents, onAgree, onDecline }: Props) {
  const agree = useRef<HTMLButtonElement>(null);
  useEffect(() => agree.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend, and these words are the label
    <div
      class="consent"
      role="group"
      aria-labelledby="consent-words"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        onDecline();
        event.preventDefault();
      }}
    >
      <div id="consent-words">
        {consents.map((consent) => (
          <p key={consent}>
            <Words of={wordsOf(consent, exchange, plan)} />
          </p>
        ))}
      </div>
      <p class="consent-buttons">
        <button type="button" class="button" ref={agree} onClick={onAgree}>
          {t('consentAgree')}
        </button>
        <button type="button" class="button" onClick={onDecline}>
          {t('consentDecline')}
        </button>
      </p>
    </div>
  );
}

function wordsOf(
  consent: Consent,
  exchange: Exchange,
  { pageOrigin, targetOrigin }: Props['plan'],
): Sentence {
  const [page, target] = [hostOf(pageOrigin), hostOf(targetOrigin)];
  switch (consent) {
    case 'answer-preflight': {
      const status = String(currentHop(exchange).preflight?.response?.status ?? '–');
      return sentence('consentPreflight', { status, method: 'OPTIONS', page, target });
    }
    case 'origin-rewrite':
      return sentence('consentOrigin', { target, header: 'Origin' });
    case 'opaque-origin':
      return sentence('consentOpaque', { origin: 'null', target });
    case 'service-worker':
      return sentence('consentWorker', { page, target });
  }
}
