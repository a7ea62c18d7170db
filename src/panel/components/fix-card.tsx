import { hostOfHop } from '../../cause/headline-host.ts';
import { sentence } from '../../cause/headline-sentence.ts';
import type { Exchange } from '../../cors/index.ts';
import type { RequiredHeader } from '../../fix/index.ts';
import { t } from '../../platform/i18n.ts';
import { adviceOf } from '../model/advice.ts';
import { addedTokens, fixOf } from '../model/fix.ts';
import type { Row } from '../model/row.ts';
import { CopyButton } from './copy-button.tsx';
import { HeaderLines, headerText } from './header-lines.tsx';
import { Words } from './words.tsx';

/** What the server has to change, so that nobody is blocked. */
export function FixCard({ row }: { row: Row }) {
  const { exchange, diagnosis } = row;
  const { always, withCredentials } = fixOf(exchange, diagnosis);
  const advice = adviceOf(row);
  return (
    <section class="card" aria-labelledby="fix-title">
      <div class="card-head">
        <h2 id="fix-title">{t('fixTitle')}</h2>
        {always.length > 0 && <CopyButton text={headerText(always)} />}
      </div>
      {advice.map((one) => (
        <p key={one.key}>
          <Words of={one} />
        </p>
      ))}
      {always.length > 0 && (
        <>
          <p>
            <Additions exchange={exchange} headers={always} />
            <Words of={sentence('fixHeaders', hostOfHop(exchange, exchange.hops.length - 1))} />
          </p>
          <HeaderLines exchange={exchange} headers={always} />
        </>
      )}
      {withCredentials.length > 0 && (
        <details class="card-more">
          <summary>{t('fixWithCredentials')}</summary>
          <HeaderLines exchange={exchange} headers={withCredentials} />
        </details>
      )}
      {always.length === 0 && advice.length === 0 && <p>{t('fixNone')}</p>}
    </section>
  );
}

/** More than these are better read in the header itself. */
const NAMED = 4;

function Additions({ exchange, headers }: { exchange: Exchange; headers: readonly RequiredHeader[] }) {
  return headers.map((header) => {
    const added = addedTokens(exchange, header);
    if (added.length === 0 || added.length > NAMED) return null;
    return (
      <span key={header.name}>
        <Words of={sentence('fixAdd', added, header.name)} />{' '}
      </span>
    );
  });
}
