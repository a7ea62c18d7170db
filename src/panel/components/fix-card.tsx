import { t } from '../../browser/i18n.ts';
import { isLoopbackOrigin, originOfHop } from '../../cors/index.ts';
import type { JudgedExchange, Remedy } from '../../explain/index.ts';
import { adviceSides, clientWays } from '../../explain/index.ts';
import type { ServerNeed } from '../../stacks/index.ts';
import { STACKS } from '../../stacks/index.ts';
import { useRemedy } from '../model/use-remedy.ts';
import { DevProxyFix } from './dev-proxy-fix.tsx';
import { PageFix } from './page-fix.tsx';
import { RequiredHeaders } from './required-headers.tsx';
import { ServerFix } from './server-fix.tsx';
import { StackChooser } from './stack-chooser.tsx';
import { type Tab, Tabs } from './tabs.tsx';
import './card.css';

/** What has to change so that nobody is blocked: on the server, or where that isn't the user's, on the page's side. */
export function FixCard({ row }: { row: JudgedExchange }) {
  const target = originOfHop(row.exchange, row.exchange.hops.length - 1);
  const { remedy, neededAtFirst } = useRemedy(row, target);
  return (
    <section class="card" aria-labelledby="fix-title">
      <div class="card-head">
        <h2 id="fix-title">{t('fixTitle')}</h2>
        {remedy !== null && <StackChooser row={row} targetOrigin={target} choice={remedy.choice} />}
      </div>
      <Tabs label={t('fixTabs')} tabs={tabsOf(row, remedy, neededAtFirst, target)} />
    </section>
  );
}

function tabsOf(
  row: JudgedExchange,
  remedy: Remedy | null,
  neededAtFirst: ServerNeed | null,
  targetOrigin: string,
): readonly [Tab, ...Tab[]] {
  const tabs: [Tab, ...Tab[]] = [
    {
      id: 'server',
      label: serverLabel(remedy),
      content: () => (
        <ServerFix row={row} remedy={remedy} neededAtFirst={neededAtFirst} targetOrigin={targetOrigin} />
      ),
    },
  ];
  const blocked = row.diagnosis.outcome === 'blocked';
  if (adviceSides(row).inPage.length > 0 || (blocked && clientWays(row).length > 0)) {
    tabs.push({ id: 'page', label: t('fixTabPage'), content: () => <PageFix row={row} /> });
  }
  if (blocked && isLoopbackOrigin(row.exchange.origin)) {
    tabs.push({ id: 'proxy', label: t('fixTabProxy'), content: () => <DevProxyFix row={row} /> });
  }
  if (remedy?.recipe) {
    tabs.push({ id: 'headers', label: t('fixAsHeaders'), content: () => <RequiredHeaders row={row} /> });
  }
  return tabs;
}

function serverLabel(remedy: Remedy | null): string {
  return remedy === null || remedy.choice === 'headers-only'
    ? t('fixTabServer')
    : t('fixTabStack', STACKS[remedy.choice].name);
}
