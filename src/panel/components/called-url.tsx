import { currentHop, type Exchange } from '../../cors/index.ts';
import { Value } from './words.tsx';
import './one-line.css';

/** Shows the URL that was called, on one line. A click shows all of it. */
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
