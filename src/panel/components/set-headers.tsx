import { t } from '../../browser/i18n.ts';
import type { SetHeader } from '../../override/index.ts';
import { Value } from './words.tsx';

const TITLES = { preflight: 'fixOnPreflight', response: 'fixOnResponse' } as const;

/** Shows what the server sent beside what an override set instead. */
export function SetHeaders({ set }: { set: readonly SetHeader[] }) {
  return (
    <details class="raw">
      <summary>{t('proofSetTitle')}</summary>
      <table class="comparison">
        <thead>
          <tr>
            <th scope="col">{t('proofHeader')}</th>
            <th scope="col">{t('proofServerSent')}</th>
            <th scope="col">{t('proofOverrideSet')}</th>
          </tr>
        </thead>
        <tbody>
          {set.map(({ on, hop, name, server, value }) => (
            <tr key={`${hop} ${on} ${name}`}>
              <th scope="row">
                <Value text={name} /> <span class="dim">{t(TITLES[on])}</span>
              </th>
              <td>
                <div class="cell">
                  {server === null ? (
                    <span class="dim">{t('allowedNothing')}</span>
                  ) : (
                    <Value text={server} length={Infinity} />
                  )}
                </div>
              </td>
              <td>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll, so it must be reachable by keyboard */}
                <div class="cell" tabIndex={0}>
                  <Value text={value} length={Infinity} />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
