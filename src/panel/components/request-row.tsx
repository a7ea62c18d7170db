import { t } from '../../browser/i18n.ts';
import { currentHop, hostOf } from '../../cors/index.ts';
import { type JudgedExchange, resultOf } from '../../explain/index.ts';
import { secondOfDay } from '../model/clock.ts';
import { codePlace } from '../model/code-place.ts';
import { lastSegment } from '../model/last-segment.ts';
import { Arrow } from './arrow.tsx';
import { SpokenMark } from './mark.tsx';
import { OverrideMark } from './override-mark.tsx';
import { Value } from './words.tsx';

interface Props {
  readonly row: JudgedExchange;
  /** How often the same call was made. The row is the latest one. */
  readonly times: number;
  /** Shows or hides the earlier calls. */
  readonly toggle: () => void;
}

export function RequestRow({ row, times, toggle }: Props) {
  const { exchange } = row;
  const { url, method } = currentHop(exchange);
  const mark = resultOf(row);
  const onToggle = (event: MouseEvent) => {
    event.stopPropagation();
    toggle();
  };
  return (
    <>
      {times > 1 && (
        // biome-ignore lint/a11y/noStaticElementInteractions: for the mouse; by keyboard the tree does it
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <span class="row-toggle" onClick={onToggle}>
          <Arrow />
        </span>
      )}
      <SpokenMark kind={mark} />
      <span class="row-method">
        <Value text={method} />
      </span>{' '}
      <span class="row-name">
        <Value text={lastSegment(url)} />
      </span>{' '}
      <time class="row-time dim">{secondOfDay(exchange.startedAt)}</time>{' '}
      <span class="row-target dim">
        <Value text={hostOf(url)} />
        {exchange.location !== null && (
          <>
            {' · '}
            <Value text={codePlace(exchange.location)} />
          </>
        )}
      </span>{' '}
      <span class="row-extra">
        {exchange.overridden && mark !== 'overridden' && <OverrideMark />}{' '}
        {times > 1 && (
          <span class="row-times" title={t('timesCalled', { count: String(times) })}>
            <span aria-hidden="true">×{times}</span>
            <span class="visually-hidden">{t('timesCalled', { count: String(times) })}</span>
          </span>
        )}
      </span>
    </>
  );
}
