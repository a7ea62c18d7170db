import { consoleLine } from '../../cause/console-line.ts';
import { headline } from '../../cause/headline.ts';
import { canAskAgain, currentHop } from '../../cors/index.ts';
import { t } from '../../platform/i18n.ts';
import { markOf, type Row } from '../model/row.ts';
import { AskAgain } from './ask-again.tsx';
import { CodeLocationLink } from './code-location.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import { CopyAs } from './copy-as.tsx';
import { Faults } from './faults.tsx';
import { FixCard } from './fix-card.tsx';
import { HiddenHeaders } from './hidden-headers.tsx';
import { Mark } from './mark.tsx';
import { OverrideCard } from './override-card.tsx';
import { Proof } from './proof.tsx';
import { RawHeaders } from './raw-headers.tsx';
import { Symptom } from './symptom.tsx';
import { Timeline } from './timeline.tsx';
import { Warnings } from './warnings.tsx';
import { Value, Words } from './words.tsx';
import './detail.css';

/** Everything about one exchange: what's wrong, what to do about it, then what happened. */
export function Detail({ row }: { row: Row }) {
  const { exchange, diagnosis, cause } = row;
  const { url, method } = currentHop(exchange);
  const symptom = consoleLine(exchange, diagnosis);
  const mark = markOf(row);
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
      {symptom === null ? (
        <p class="url dim">
          <Value text={method} /> <Value text={url} length={Infinity} />
        </p>
      ) : (
        <Symptom of={symptom} />
      )}
      <Proof row={row} />
      <Warnings row={row} />
      {needsHelp(row) && (
        <div class="cards">
          <FixCard row={row} />
          <OverrideCard row={row} />
        </div>
      )}
      {canAskAgain(exchange, diagnosis) && <AskAgain row={row} />}
      <CopyAs row={row} />
      <Timeline row={row} />
      {/* DevTools tells it a little later than the rest: here it moves nothing that is about to be clicked. */}
      {exchange.location !== null && <CodeLocationLink location={exchange.location} />}
      <Faults row={row} />
      <ComparisonTable row={row} />
      <HiddenHeaders row={row} />
      <RawHeaders exchange={exchange} />
    </section>
  );
}

function needsHelp({ exchange, diagnosis }: Row): boolean {
  return exchange.overridden || diagnosis.outcome === 'blocked' || diagnosis.outcome === 'failed';
}
