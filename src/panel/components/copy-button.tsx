import { useSignal } from '@preact/signals';
import { t } from '../../browser/i18n.ts';
import type { PlainKey } from '../../texts/index.ts';
import { copyText } from '../copy-text.ts';

/** The time, in ms, that "Copied" is shown. */
const COPIED_MS = 2_000;

interface Props {
  /**
   * The text to copy, or a function that makes it. It has to be quick: Chrome lets a click copy for some seconds only.
   */
  readonly text: string | (() => Promise<string>);
  /** What it copies, in words. */
  readonly label?: string;
}

export function CopyButton({ text, label = t('copy') }: Props) {
  const said = useSignal<PlainKey | null>(null);
  const isCopied = async () => await copyText(typeof text === 'string' ? text : await text());
  const copy = async () => {
    said.value = (await isCopied().catch(() => false)) ? 'copied' : 'copyFailed';
    setTimeout(() => {
      said.value = null;
    }, COPIED_MS);
  };
  return (
    <button type="button" class="button" aria-live="polite" onClick={copy}>
      {said.value === null ? label : t(said.value)}
    </button>
  );
}
