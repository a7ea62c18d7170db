import { currentHop, type Exchange } from '../../cors/index.ts';
import { Value } from './words.tsx';
import './one-line.css';

/** What was called, clipped to one line until it is asked for. */
export function CalledUrl({ exchange }: { exchange: Exchange }) {
  const { url, method } = currentHop(exchange);
  return (
    <details class="one-line dim">
      <summary>
        <Value text={method} /> <Value text={url} length={Infinity} />
      </summary>
    </details>
  );
}
