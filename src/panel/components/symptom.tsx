import type { ConsoleLine } from '../../explain/index.ts';
import { sentence } from '../../texts/index.ts';
import { Value, Words } from './words.tsx';
import './one-line.css';

/** What comes before the reason, in every line of Chrome's. */
const BEFORE_REASON = 'blocked by CORS policy: ';

/** What Chrome's console says, so that people recognise what they came with: its end, and all of it on demand. */
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
