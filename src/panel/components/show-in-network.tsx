import type { Exchange } from '../../cors/index.ts';
import { t } from '../../platform/i18n.ts';
import { showInNetwork } from '../../platform/network-panel.ts';

/** Leads to the request and its preflight in DevTools' own Network panel. */
export function ShowInNetwork({ exchange }: { exchange: Exchange }) {
  return (
    <button type="button" class="link" onClick={() => showInNetwork(exchange.hops[0].url)}>
      {t('showInNetwork')}
    </button>
  );
}
