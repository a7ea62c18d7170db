import { t } from '../../browser/i18n.ts';
import { originOfHop } from '../../cors/index.ts';
import type { Explanation, Fix } from '../../explain/index.ts';
import { type ServerNeed, STACKS } from '../../stacks/index.ts';
import { useNeedAtFirst } from '../model/use-need-at-first.ts';
import { DevProxyFix } from './dev-proxy-fix.tsx';
import { PageFix } from './page-fix.tsx';
import { RequiredHeaders } from './required-headers.tsx';
import { ServerFix } from './server-fix.tsx';
import { StackChooser } from './stack-chooser.tsx';
import { type Tab, Tabs } from './tabs.tsx';
import './card.css';

/** Shows the change that unblocks everybody: on the server, or in the page if the user doesn't run the server. */
export function FixCard({ of: explanation }: { of: Explanation }) {
  const { exchange, onServer } = explanation;
  const target = originOfHop(exchange, exchange.hops.length - 1);
  const neededAtFirst = useNeedAtFirst(explanation);
  return (
    <section class="card" aria-labelledby="fix-title">
      <div class="card-head">
        <h2 id="fix-title">{t('fixTitle')}</h2>
        {onServer.fix !== null && (
          <StackChooser
            stacks={onServer.stacks}
            targetOrigin={target}
            choice={onServer.fix.choice}
            probable={onServer.fix.probable}
          />
        )}
      </div>
      <Tabs label={t('fixTabs')} tabs={tabsOf(explanation, neededAtFirst, target)} />
    </section>
  );
}

function tabsOf(
  explanation: Explanation,
  neededAtFirst: ServerNeed | null,
  targetOrigin: string,
): readonly [Tab, ...Tab[]] {
  const { onServer, inPage, adviceFirst } = explanation;
  const { devProxy } = inPage;
  const tabs: [Tab, ...Tab[]] = [
    {
      id: 'server',
      label: serverLabel(onServer.fix),
      content: () => <ServerFix of={explanation} neededAtFirst={neededAtFirst} targetOrigin={targetOrigin} />,
    },
  ];
  if (inPage.advice.length > 0 || inPage.workarounds.length > 0) {
    const page: Tab = { id: 'page', label: t('fixTabPage'), content: () => <PageFix of={inPage} /> };
    if (adviceFirst === 'page') tabs.unshift(page);
    else tabs.push(page);
  }
  if (devProxy !== null) {
    tabs.push({ id: 'proxy', label: t('fixTabProxy'), content: () => <DevProxyFix of={devProxy} /> });
  }
  if (onServer.fix?.recipe) {
    tabs.push({
      id: 'headers',
      label: t('fixAsHeaders'),
      content: () => <RequiredHeaders of={explanation} />,
    });
  }
  return tabs;
}

function serverLabel(fix: Fix | null): string {
  return fix === null || fix.choice === 'headers-only'
    ? t('fixTabServer')
    : t('fixTabStack', { stack: STACKS[fix.choice].name });
}
