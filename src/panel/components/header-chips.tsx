import { t } from '../../browser/i18n.ts';
import type { Comparison } from '../../explain/index.ts';
import { VerdictMark } from './verdict-mark.tsx';
import { Value } from './words.tsx';

type RequestedHeaders = Comparison['headers']['asked'];

/** The number of allowed headers that are shown at once. */
const MAX_ALLOWED_CHIPS = 6;

/**
 * Shows the headers that were asked for: first those that aren't allowed, then the first of the allowed ones. A button
 * shows the rest.
 */
export function HeaderChips({ asked }: { asked: RequestedHeaders }) {
  if (asked.length === 0) return <span class="dim">{t('askedNoHeaders')}</span>;
  const troubled = asked.filter(({ verdict }) => verdict !== 'allowed').length;
  const rest = asked.slice(troubled + MAX_ALLOWED_CHIPS);
  return (
    <>
      <Chips asked={asked.slice(0, troubled + MAX_ALLOWED_CHIPS)} />
      {rest.length > 0 && (
        <details>
          <summary class="dim">{t('askedMoreAllowed', { count: String(rest.length) })}</summary>
          <Chips asked={rest} />
        </details>
      )}
    </>
  );
}

function Chips({ asked }: { asked: RequestedHeaders }) {
  return (
    <ul class="chips">
      {asked.map(({ name, verdict }) => (
        <li key={name} class={`chip chip-${verdict}`}>
          <VerdictMark verdict={verdict} />
          <Value text={name} />
        </li>
      ))}
    </ul>
  );
}
