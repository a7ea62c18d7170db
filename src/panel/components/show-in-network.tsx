import type { Exchange } from '../../cors/index.ts';
import { t } from '../../platform/i18n.ts';
import { showInNetwork } from '../../platform/network-panel.ts';
import { ActionProblem, useAction } from '../../ui/action.tsx';

/** Leads to the request and its preflight in DevTools' own Network panel. */
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
