import { t } from '../../browser/i18n.ts';
import { showInNetwork } from '../../browser/network-panel.ts';
import type { Exchange } from '../../cors/index.ts';
import { ActionProblem, useAction } from '../../ui/index.ts';

/** Shows the request and its preflight in DevTools' own Network panel. */
export function ShowInNetwork({ exchange }: { exchange: Exchange }) {
  const showing = useAction('showInNetworkFailed');
  return (
    <>
      <button
        type="button"
        class="link"
        onClick={() => showing.start(() => showInNetwork(exchange.hops[0].url))}
      >
        {t('showInNetwork')}
      </button>
      <ActionProblem of={showing} />
    </>
  );
}
