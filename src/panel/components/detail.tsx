import { t } from '../../browser/i18n.ts';
import { headline } from '../../causes/index.ts';
import { canAskAgain } from '../../cors/index.ts';
import { consoleLine, type JudgedExchange, resultOf } from '../../explain/index.ts';
import { AskAgain } from './ask-again.tsx';
import { CalledUrl } from './called-url.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import { CopyAs } from './copy-as.tsx';
import { Facts } from './facts.tsx';
import { Faults } from './faults.tsx';
import { FixCard } from './fix-card.tsx';
import { HiddenHeaders } from './hidden-headers.tsx';
import { LaterCall } from './later-call.tsx';
import { Mark } from './mark.tsx';
import { OverrideCard } from './override-card.tsx';
import { Proof } from './proof.tsx';
import { RawHeaders } from './raw-headers.tsx';
import { Symptom } from './symptom.tsx';
import { Warnings } from './warnings.tsx';
import { WhatHappened } from './what-happened.tsx';
import { Words } from './words.tsx';
import './detail.css';

/** Everything about one exchange: what's wrong, what to do about it, then what happened. */
export function Detail({ row }: { row: JudgedExchange }) {
  const { exchange, diagnosis, cause } = row;
  const symptom = consoleLine(exchange, diagnosis);
  const mark = resultOf(row);
  return (
    <section
      class={`detail detail-${mark}`}
      aria-label={t('requestDetail')}
      data-cause={cause?.id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable by keyboard
      tabIndex={0}
    >
      <h1 class="headline">
        <Mark kind={mark} />
        <span>
          <Words of={headline(exchange, diagnosis, cause)} />
        </span>
      </h1>
      {diagnosis.outcome === 'blocked' && <Facts row={row} />}
      {symptom === null ? <CalledUrl exchange={exchange} /> : <Symptom of={symptom} />}
      <Proof row={row} />
      <LaterCall row={row} />
      <Warnings row={row} />
      {needsHelp(row) && (
        <div class="cards">
          <FixCard row={row} />
          <OverrideCard row={row} />
        </div>
      )}
      {canAskAgain(exchange, diagnosis) && <AskAgain row={row} />}
      <CopyAs row={row} />
      <WhatHappened row={row} named={symptom === null} />
      <ComparisonTable row={row} />
      <Faults row={row} />
      <HiddenHeaders row={row} />
      <RawHeaders exchange={exchange} />
    </section>
  );
}

function needsHelp({ exchange, diagnosis }: JudgedExchange): boolean {
  return exchange.overridden || diagnosis.outcome === 'blocked' || diagnosis.outcome === 'failed';
}
