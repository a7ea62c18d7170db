import { t } from '../../browser/i18n.ts';
import { ownLanguage, sayIn } from '../../browser/languages.ts';
import type { Explanation } from '../../explain/index.ts';
import { agentPromptOfMany, type ExplainedCause } from '../../report/index.ts';
import { explainNow } from '../model/explain-now.ts';
import { type Group, latestOf } from '../model/groups.ts';
import { useModel } from '../model/model-context.ts';
import type { PanelModel } from '../model/panel-model.ts';
import { CopyButton } from './copy-button.tsx';

/** Several requests as one task for a coding agent: those with the same cause, and all that are blocked in the list. */
export function CopyAll({ of: { exchange } }: { of: Explanation }) {
  const model = useModel();
  const blocked = model.groups.value.filter(({ mark }) => mark === 'blocked');
  const own = blocked.find(({ calls }) =>
    calls.some(({ rows }) => rows.some((row) => row.exchange.id === exchange.id)),
  );
  const hasMore = own !== undefined && own.requests > 1;
  if (!hasMore && blocked.length < 2) return null;
  const prompt = async (groups: readonly Group[]) =>
    agentPromptOfMany(explainedCauses(groups, model), await sayIn(ownLanguage()));
  return (
    <fieldset>
      <legend>{t('copyAgentAll')}</legend>
      {hasMore && (
        <CopyButton label={t('copyAgentCause', { count: String(own.requests) })} text={() => prompt([own])} />
      )}
      {blocked.length > 1 && (
        <CopyButton
          label={t('copyAgentCauses', { count: String(blocked.length) })}
          text={() => prompt(blocked)}
        />
      )}
    </fieldset>
  );
}

/** Each cause by its latest request. */
function explainedCauses(groups: readonly Group[], model: PanelModel): readonly ExplainedCause[] {
  const latest = groups.map(({ calls }) => {
    const rows = calls.map(latestOf);
    return rows.reduce(
      (one, other) => (other.exchange.startedAt > one.exchange.startedAt ? other : one),
      latestOf(calls[0]),
    );
  });
  return explainNow(latest, model.history.value, model).map((explained, index) => ({
    explained,
    exchanges: (groups[index]?.calls ?? []).flatMap(({ rows }) => rows.map(({ exchange }) => exchange)),
  }));
}
