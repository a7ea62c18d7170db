import { t } from '../../browser/i18n.ts';
import type { Workaround } from '../../clients/index.ts';
import { Steps } from './recipe-step.tsx';
import { Words } from './words.tsx';

interface Props {
  readonly way: Workaround;
  /** What makes it take effect; null: restarting the dev server; empty: nothing more is needed. */
  readonly restart: string | null;
}

/** A way out on the page's side. */
export function WayOut({ way: { summary, steps, docs }, restart }: Props) {
  return (
    <div class="way">
      <p>
        <Words of={summary} />{' '}
        <a href={docs} target="_blank" rel="noreferrer">
          {t('recipeDocs')}
        </a>
      </p>
      <Steps steps={steps} restart={restart} />
    </div>
  );
}
