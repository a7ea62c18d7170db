import { t } from '../../browser/i18n.ts';
import type { Exchange } from '../../cors/index.ts';
import type { Explanation, JudgedExchange } from '../../explain/index.ts';
import { useModel } from '../model/model-context.ts';
import { useExplanation } from '../model/use-explanation.ts';
import { AskAgain } from './ask-again.tsx';
import { CalledUrl } from './called-url.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import { CopyAs } from './copy-as.tsx';
import { Facts } from './facts.tsx';
import { Faults } from './faults.tsx';
import { FixCard } from './fix-card.tsx';
import { HeldConnections } from './held-connections.tsx';
import { HiddenHeaders } from './hidden-headers.tsx';
import { LaterCall } from './later-call.tsx';
import { LocalNetwork } from './local-network.tsx';
import { Mark } from './mark.tsx';
import { OtherAnswers } from './other-answers.tsx';
import { OverrideCard } from './override-card.tsx';
import { Proof } from './proof.tsx';
import { RawHeaders } from './raw-headers.tsx';
import { Symptom } from './symptom.tsx';
import { UnsentCookies } from './unsent-cookies.tsx';
import { Warnings } from './warnings.tsx';
import { WhatHappened } from './what-happened.tsx';
import { Words } from './words.tsx';
import { WrongVerdict } from './wrong-verdict.tsx';
import './detail.css';

/** Shows one exchange: what's wrong, what to do about it, then what happened. */
export function Detail({ row }: { row: JudgedExchange }) {
  const { isFromFile } = useModel();
  const explanation = useExplanation(row);
  const { exchange, diagnosis, cause, result, consoleLine } = explanation;
  const isOutside = result === 'not-cors';
  return (
    <section
      class={`detail detail-${result}`}
      aria-label={t('requestDetail')}
      data-cause={cause?.id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable by keyboard
      tabIndex={0}
    >
      <h1 class="headline">
        <Mark kind={result} />
        <span>
          <Words of={explanation.headline} />
        </span>
      </h1>
      {diagnosis.outcome === 'blocked' && <Facts of={explanation} />}
      {consoleLine === null ? <CalledUrl exchange={exchange} /> : <Symptom of={consoleLine} />}
      <HeldConnections row={row} />
      <LocalNetwork of={explanation} />
      <Proof of={explanation} />
      <OtherAnswers of={explanation} />
      <LaterCall row={row} />
      <UnsentCookies of={explanation.unsentCookies} />
      <HiddenHeaders of={explanation.hiddenHeaders} />
      <Warnings of={explanation.warnings} />
      {needsHelp(explanation) && (
        <div class="cards">
          <FixCard of={explanation} />
          {!isFromFile && !isOutside && <OverrideCard of={explanation} />}
        </div>
      )}
      {explanation.canAskAgain && !isFromFile && <AskAgain row={row} />}
      {hasServer(exchange) && <CopyAs of={explanation} />}
      <WhatHappened of={explanation} named={consoleLine === null} />
      {!isOutside && <ComparisonTable of={explanation} />}
      {!isOutside && <Faults of={explanation} />}
      <RawHeaders exchange={exchange} />
      <WrongVerdict of={explanation} />
    </section>
  );
}

function needsHelp({ exchange, diagnosis, result }: Explanation): boolean {
  if (result === 'not-cors') return true;
  return exchange.overridden || diagnosis.outcome === 'blocked' || diagnosis.outcome === 'failed';
}

/** A file, and a WebSocket, are nothing to ask with cURL. */
function hasServer({ hops }: Exchange): boolean {
  return /^https?:/.test(hops[0].url);
}
