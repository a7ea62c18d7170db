import { hostOfHop, originOfHop } from '../../cause/headline-host.ts';
import { sentence } from '../../cause/headline-sentence.ts';
import { adviceOn, type Cause, whatHappened } from '../../cause/index.ts';
import { whoWords } from '../../cause/who-words.ts';
import { t } from '../../platform/i18n.ts';
import { parseAlsoAllow } from '../model/also-allow.ts';
import { fixOf } from '../model/fix.ts';
import { useModel } from '../model/model-context.ts';
import { type Remedy, remedyFor } from '../model/remedy.ts';
import type { Row } from '../model/row.ts';
import { AlsoAllowField } from './also-allow.tsx';
import { CauseSteps } from './cause-steps.tsx';
import { ClientWays } from './client-ways.tsx';
import { CopyButton } from './copy-button.tsx';
import { HeaderLines, headerText } from './header-lines.tsx';
import { RecipeSteps } from './recipe-steps.tsx';
import { StackChooser } from './stack-chooser.tsx';
import { Words } from './words.tsx';

/** What the server has to change, so that nobody is blocked. */
export function FixCard({ row }: { row: Row }) {
  const { stackChoices, alsoAllow, rows } = useModel();
  const target = originOfHop(row.exchange, row.exchange.hops.length - 1);
  const { origins } = parseAlsoAllow(alsoAllow.value.get(target) ?? '');
  const remedy = remedyFor(row, stackChoices.value.get(target) ?? null, {
    origins,
    exchanges: rows.value.map(({ exchange }) => exchange),
  });
  const advice = row.cause === null ? [] : adviceOn(row.exchange, row.cause);
  return (
    <section class="card" aria-labelledby="fix-title">
      <div class="card-head">
        <h2 id="fix-title">{t('fixTitle')}</h2>
        {remedy !== null && <StackChooser row={row} targetOrigin={target} choice={remedy.choice} />}
      </div>
      {row.cause !== null && <Happened cause={row.cause} />}
      {row.cause !== null && <CauseSteps exchange={row.exchange} cause={row.cause} />}
      {advice.map((one) => (
        <p key={one.key}>
          <Words of={one} />
        </p>
      ))}
      {remedy?.recognition && <Recognised remedy={remedy} />}
      {remedy?.recipe ? (
        <>
          <RecipeSteps recipe={remedy.recipe} need={remedy.need} failures={row.diagnosis.failures} />
          <AlsoAllowField targetOrigin={target} />
          <details class="card-more">
            <summary>{t('fixAsHeaders')}</summary>
            <Headers row={row} />
          </details>
        </>
      ) : (
        <Headers row={row} />
      )}
      {row.diagnosis.outcome === 'blocked' && <ClientWays row={row} />}
      {remedy === null && advice.length === 0 && <p>{t('fixNone')}</p>}
    </section>
  );
}

function Happened({ cause }: { cause: Cause }) {
  const sentence = whatHappened(cause);
  return (
    sentence !== null && (
      <p>
        <Words of={sentence} />
      </p>
    )
  );
}

/** What tells is a glimpse, not a quotation: the raw headers stand below. */
const EVIDENCE = 60;

function Recognised({ remedy: { recognition } }: { remedy: Remedy }) {
  if (recognition === null) return null;
  return (
    <p class="dim">
      <Words of={whoWords(recognition)} length={EVIDENCE} />
    </p>
  );
}

/** The headers that have to be sent, for whoever knows how to make the server do it. */
function Headers({ row: { exchange, diagnosis } }: { row: Row }) {
  const { always, withCredentials } = fixOf(exchange, diagnosis);
  return (
    <>
      {always.length > 0 && (
        <>
          <p>
            <Words of={sentence('fixHeaders', hostOfHop(exchange, exchange.hops.length - 1))} />
          </p>
          <HeaderLines exchange={exchange} headers={always} />
          <CopyButton text={headerText(always)} label="copyHeaders" />
        </>
      )}
      {withCredentials.length > 0 && (
        <details class="card-more">
          <summary>{t('fixWithCredentials')}</summary>
          <HeaderLines exchange={exchange} headers={withCredentials} />
        </details>
      )}
    </>
  );
}
