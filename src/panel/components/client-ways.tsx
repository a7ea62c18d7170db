import { isLoopbackOrigin } from '../../cors/index.ts';
import { type ClientWay, DEV_SERVERS, type DevServer } from '../../fix/index.ts';
import { t } from '../../platform/i18n.ts';
import { clientWays, proxyWay } from '../model/client-ways.ts';
import { useModel } from '../model/model-context.ts';
import type { Row } from '../model/row.ts';
import { Restart, Step } from './recipe-step.tsx';
import { Words } from './words.tsx';

/** What can be done on the page's side, where the server isn't the user's. */
export function ClientWays({ row }: { row: Row }) {
  const { devServer } = useModel();
  const ways = clientWays(row);
  const onLoopback = isLoopbackOrigin(row.exchange.origin);
  const proxy = onLoopback ? proxyWay(row, devServer.value) : null;
  if (ways.length === 0 && !onLoopback) return null;
  return (
    <details class="card-more">
      <summary>{t('clientWays')}</summary>
      <ul class="ways">
        {ways.map((way) => (
          <li key={way.docs}>
            <Way way={way} restart="" />
          </li>
        ))}
        {onLoopback && (
          <li>
            <label>
              {t('clientProxyTool')}{' '}
              <select
                value={devServer.value}
                onChange={(event) => {
                  devServer.value = event.currentTarget.value as DevServer;
                }}
              >
                {Object.entries(DEV_SERVERS).map(([id, name]) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            {proxy === null ? <p>{t('clientProxyNone')}</p> : <Way way={proxy} restart={proxy.restart} />}
          </li>
        )}
      </ul>
    </details>
  );
}

function Way({ way: { aim, steps, docs }, restart }: { way: ClientWay; restart: string | null }) {
  return (
    <>
      <p>
        <Words of={aim} />{' '}
        <a href={docs} target="_blank" rel="noreferrer">
          {t('recipeDocs')}
        </a>
      </p>
      {steps.length > 0 && (
        <ol class="steps">
          {steps.map((step, index) => (
            <li key={index}>
              <Step step={step} />
            </li>
          ))}
          <Restart restart={restart} />
        </ol>
      )}
    </>
  );
}
