import { useSignal } from '@preact/signals';
import { t } from '../../browser/i18n.ts';
import type { PlainKey } from '../../texts/index.ts';
import { copyText } from '../copy-text.ts';

/** How long "Copied" stands, in milliseconds. */
const MOMENT = 2_000;

interface Props {
  /** What is copied, or how to come by it: soon, since Chrome lets a click copy for some seconds only. */
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
    }, MOMENT);
  };
  return (
    <button type="button" class="button" aria-live="polite" onClick={copy}>
      {said.value === null ? label : t(said.value)}
    </button>
  );
}
