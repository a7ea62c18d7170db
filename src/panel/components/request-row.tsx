import { hostOf } from '../../cause/headline-host.ts';
import { headlineLabel } from '../../cause/headline-label.ts';
import { currentHop } from '../../cors/index.ts';
import { secondOfDay } from '../model/clock.ts';
import { lastSegment } from '../model/last-segment.ts';
import { useModel } from '../model/model-context.ts';
import { markOf, type Row } from '../model/row.ts';
import { Mark } from './mark.tsx';
import { Value, Words } from './words.tsx';

export function optionId(exchangeId: string): string {
  return `request-${exchangeId}`;
}

export function RequestRow({ row, selected }: { row: Row; selected: boolean }) {
  const { select } = useModel();
  const { exchange, diagnosis, cause } = row;
  const { url, method } = currentHop(exchange);
  const mark = markOf(row);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box has the focus and hears the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the list box names it as its active descendant
    <div
      id={optionId(exchange.id)}
      class={`request request-${mark}`}
      role="option"
      aria-selected={selected}
      onClick={() => select(exchange.id)}
    >
      <Mark kind={mark} />
      <span class="request-method">
        <Value text={method} />
      </span>{' '}
      <span class="request-name">
        <Value text={lastSegment(url)} />{' '}
        <span class="dim">
          <Value text={hostOf(url)} />
        </span>
      </span>{' '}
      <time class="request-time dim">{secondOfDay(exchange.startedAt)}</time>{' '}
      <span class="request-label">
        <Words of={headlineLabel(exchange, diagnosis, cause)} />
      </span>
    </div>
  );
}
