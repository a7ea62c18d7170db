import { answerQuestion } from '../browser/agent-page.ts';
import { t, textLanguage } from '../browser/i18n.ts';
import { toAgentReport } from '../report/index.ts';
import { explainToAgent } from './explain-to-agent.ts';

document.documentElement.lang = textLanguage();
document.title = t('extensionName');
document.body.textContent = t('agentPage');

answerQuestion(explainToAgent);
// For whoever opens this page instead of asking the worker.
Object.assign(globalThis, {
  preflightInspector: { explain: async (query: unknown) => toAgentReport(await explainToAgent(query)) },
});
