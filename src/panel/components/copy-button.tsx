import { useSignal } from '@preact/signals';
import { type MessageKey, t } from '../../platform/i18n.ts';
import { copyText } from '../copy-text.ts';

/** How long "Copied" stands, in milliseconds. */
const MOMENT = 2_000;

export function CopyButton({ text, label = 'copy' }: { text: string; label?: MessageKey }) {
  const copied = useSignal(false);
  const copy = async () => {
    copied.value = await copyText(text);
    setTimeout(() => {
      copied.value = false;
    }, MOMENT);
  };
  return (
    <button type="button" class="button" aria-live="polite" onClick={copy}>
      {t(copied.value ? 'copied' : label)}
    </button>
  );
}
