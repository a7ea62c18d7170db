import { t } from '../../browser/i18n.ts';
import type { UnsentCookies as Unsent } from '../../explain/index.ts';
import { Words } from './words.tsx';
import './warnings.css';

/** Says why no cookie came with a call that CORS let through and the server turned away. */
export function UnsentCookies({ of: unsent }: { of: Unsent | null }) {
  if (unsent === null) return null;
  return (
    <section class="warnings" aria-labelledby="cookies-title">
      <h2 id="cookies-title">{t('cookiesTitle')}</h2>
      <ul>
        <li>
          <Words of={unsent.why} />
        </li>
        <li>
          <Words of={unsent.advice} />
        </li>
      </ul>
    </section>
  );
}
