import { t } from '../../browser/i18n.ts';
import { canShowInNetwork } from '../../browser/network-panel.ts';
import type { Explanation } from '../../explain/index.ts';
import { useModel } from '../model/model-context.ts';
import { CalledUrl } from './called-url.tsx';
import { CauseSteps } from './cause-steps.tsx';
import { CodeLocationLink } from './code-location.tsx';
import { InOtherBrowser } from './in-other-browser.tsx';
import { PreflightCost } from './preflight-cost.tsx';
import { ShowInNetwork } from './show-in-network.tsx';
import { Timeline } from './timeline.tsx';
import { Words } from './words.tsx';

export const HAPPENED_TITLE = 'happened-title';

interface Props {
  readonly of: Explanation;
  /** Whether the URL that was called is shown above already. */
  readonly named: boolean;
}

/** Shows how the call went, from the page to the verdict, and why. */
export function WhatHappened({ of: explanation, named }: Props) {
  const { exchange, happened, idleHeader } = explanation;
  const { isFromFile } = useModel();
  const { timeline, why, causes } = happened;
  return (
    <section aria-labelledby={HAPPENED_TITLE}>
      <div class="section-head">
        <h2 id={HAPPENED_TITLE} tabIndex={-1}>
          {t('timelineTitle')}
        </h2>
        {/* DevTools reports the line of code later than the rest. Here it moves nothing that the user is about to click. */}
        {exchange.location !== null && <CodeLocationLink location={exchange.location} />}
        {!isFromFile && canShowInNetwork() && <ShowInNetwork exchange={exchange} />}
      </div>
      {!named && <CalledUrl exchange={exchange} />}
      <Timeline steps={timeline} />
      <PreflightCost of={explanation} />
      {idleHeader !== null && (
        <p class="dim">
          <Words of={idleHeader} />
        </p>
      )}
      {why !== null && (
        <p>
          <Words of={why} />
        </p>
      )}
      <InOtherBrowser of={explanation} />
      <CauseSteps of={causes} />
    </section>
  );
}
