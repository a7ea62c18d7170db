import { t } from '../../browser/i18n.ts';
import { DEV_SERVERS, type DevServer } from '../../dev-servers/index.ts';
import type { DevProxyWorkaround } from '../../explain/index.ts';
import { useModel } from '../model/model-context.ts';
import { WayOut } from './way-out.tsx';

/** Shows how the page's dev server can proxy the call, so that the call is same-origin. */
export function DevProxyFix({ of: { tool, proxy } }: { of: DevProxyWorkaround }) {
  const { chooseDevServer } = useModel();
  return (
    <>
      <label>
        {t('clientProxyTool')}{' '}
        <select value={tool} onChange={(event) => chooseDevServer(event.currentTarget.value as DevServer)}>
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
