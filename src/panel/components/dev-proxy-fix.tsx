import { t } from '../../browser/i18n.ts';
import { DEV_SERVERS, type DevServer } from '../../dev-servers/index.ts';
import type { JudgedExchange } from '../../explain/index.ts';
import { proxyWay } from '../../explain/index.ts';
import { useModel } from '../model/model-context.ts';
import { WayOut } from './way-out.tsx';

/** How the page's dev server passes the call on, so that it is no cross-origin one. */
export function DevProxyFix({ row }: { row: JudgedExchange }) {
  const { devServer, chooseDevServer } = useModel();
  const proxy = proxyWay(row, devServer.value);
  return (
    <>
      <label>
        {t('clientProxyTool')}{' '}
        <select
          value={devServer.value}
          onChange={(event) => chooseDevServer(event.currentTarget.value as DevServer)}
        >
          {Object.entries(DEV_SERVERS).map(([id, { name }]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {proxy === null ? <p>{t('clientProxyNone')}</p> : <WayOut way={proxy} restart={proxy.restart} />}
    </>
  );
}
