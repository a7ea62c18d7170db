import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { t } from '../../browser/i18n.ts';

/**
 * Shows its children. If rendering them fails, it shows a sentence that says so, and the list beside them stays usable.
 * The error still reaches the console and Chrome's list of the extension's errors.
 */
export function DetailBoundary({ children }: { children: ComponentChildren }) {
  const [error] = useErrorBoundary((thrown: unknown) => reportError(thrown));
  if (error === undefined) return <>{children}</>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys lead here from the list, as to any detail
    <section class="detail" aria-label={t('requestDetail')} tabIndex={0}>
      <p role="alert">{t('detailFailed')}</p>
    </section>
  );
}
