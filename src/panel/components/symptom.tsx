import type { ConsoleLine } from '../../cause/console-line.ts';
import { sentence } from '../../cause/headline-sentence.ts';
import { Words } from './words.tsx';

/** What Chrome's console says, so that people recognise what they came with. */
export function Symptom({ of: { line, onlyWithoutCredentials } }: { of: ConsoleLine }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll, so it must be reachable by keyboard
    <p class="symptom dim" tabIndex={0}>
      <Words
        of={sentence(onlyWithoutCredentials ? 'consoleLineWithoutCredentials' : 'consoleLine', line)}
        length={Infinity}
      />
    </p>
  );
}
