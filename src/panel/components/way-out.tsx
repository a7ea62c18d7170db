import { t } from '../../browser/i18n.ts';
import type { Workaround } from '../../clients/index.ts';
import type { Restart } from '../../stacks/index.ts';
import { Steps } from './recipe-step.tsx';
import { Words } from './words.tsx';

interface Props {
  readonly way: Workaround;
  /** What makes the workaround take effect. */
  readonly restart: Restart;
}

/** Shows a workaround on the page's side. */
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
