import type { ConsoleLine } from '../../explain/index.ts';
import { sentence } from '../../texts/index.ts';
import { Value, Words } from './words.tsx';
import './one-line.css';

/** The words before the reason in every line about CORS in a browser's console. */
const BEFORE_REASON = /blocked by CORS policy: |(?=\(Reason: )/;

/**
 * Shows the end of the browser's console line, and all of it on demand, so that people recognise the error they came with.
 */
export function Symptom({ of: { line, onlyWithoutCredentials } }: { of: ConsoleLine }) {
  const [, reason = line] = line.split(BEFORE_REASON);
  return (
    <details class="one-line dim">
      <summary>
        <Words
          of={sentence(onlyWithoutCredentials ? 'consoleLineWithoutCredentials' : 'consoleLine', {
            line: `…${reason}`,
          })}
          length={Infinity}
        />
      </summary>
      <p>
        <Value text={line} length={Infinity} />
      </p>
    </details>
  );
}
