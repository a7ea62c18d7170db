import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { t } from '../browser/i18n.ts';
import type { PlainKey } from '../texts/index.ts';

interface Props {
  readonly task: () => Promise<string>;
  /** Whether the user has pressed the shortcut; false again once it is heard. */
  readonly isRequested: Signal<boolean>;
}

/** Copies the topmost cause for a coding agent: by a click, or by the shortcut that opened the popup. */
export function CopyForAgent({ task, isRequested }: Props) {
  const said = useSignal<PlainKey | null>(null);
  const copy = () => {
    said.value = null;
    const copying = async () => await navigator.clipboard.writeText(await task());
    copying().then(
      () => {
        said.value = 'popupCopied';
      },
      (error: unknown) => {
        console.error('Nothing was copied.', error);
        said.value = 'copyFailed';
      },
    );
  };
  useSignalEffect(() => {
    if (!isRequested.value) return;
    isRequested.value = false;
    copy();
  });
  return (
    <section class="copy">
      <button type="button" onClick={copy}>
        {t('copyAgent')}
      </button>
      <p role="status">{said.value !== null && t(said.value)}</p>
    </section>
  );
}
