import { t } from '../../browser/i18n.ts';
import type { Explanation } from '../../explain/index.ts';
import { HeaderLines } from './header-lines.tsx';
import { Words } from './words.tsx';

/** Lists the headers that the server has to send, for readers who know how to configure it. */
export function RequiredHeaders({ of: { exchange, onServer } }: { of: Explanation }) {
  const { always, withCredentials } = onServer.requiredHeaders;
  return (
    <>
      {always.length > 0 && (
        <HeaderLines label={<Words of={onServer.headersLead} />} exchange={exchange} headers={always} />
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
