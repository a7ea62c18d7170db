import { t } from '../../browser/i18n.ts';
import { CHROME, type Elsewhere, FIREFOX, judgeElsewhere } from '../../cors/index.ts';
import type { Explanation } from '../../explain/index.ts';
import type { KeysWith } from '../../texts/index.ts';

const OF_BLOCKED: Readonly<Record<Elsewhere, KeysWith<'browser'>>> = {
  allowed: 'elsewhereAllowed',
  blocked: 'elsewhereBlockedToo',
  'goes-on': 'elsewhereGoesOn',
};

/** Says quietly what another browser would make of the same answers, where that is known and worth a line. */
export function InOtherBrowser({ of: { exchange, diagnosis } }: { of: Explanation }) {
  const other = [CHROME, FIREFOX].find((profile) => profile !== diagnosis.profile);
  const elsewhere = other === undefined ? null : judgeElsewhere(exchange, diagnosis, other);
  if (other === undefined || elsewhere === null) return null;
  if (diagnosis.outcome === 'allowed' && elsewhere !== 'blocked') return null;
  const key = diagnosis.outcome === 'blocked' ? OF_BLOCKED[elsewhere] : 'elsewhereBlocked';
  return <p class="dim">{t(key, { browser: other.name })}</p>;
}
