import { signal } from '@preact/signals';
import { t } from '../../browser/i18n.ts';
import { ownLanguage, sayIn } from '../../browser/languages.ts';
import { currentHop } from '../../cors/index.ts';
import type { Explanation } from '../../explain/index.ts';
import { agentPrompt, curlPreflight, curlRequest, SHELLS, type Shell, ticket } from '../../report/index.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../../texts/index.ts';
import { variantOfFix } from '../model/shown-variant.ts';
import { CopyAll } from './copy-all.tsx';
import { CopyButton } from './copy-button.tsx';
import { CopyTest } from './copy-test.tsx';
import './copy-as.css';

/** Shared by all requests, since nobody changes shells between two of them. */
const shell = signal<Shell>(navigator.userAgent.includes('Windows') ? 'powershell' : 'bash');

const SHELL_NAMES: Readonly<Record<Shell, string>> = { bash: 'bash', powershell: 'PowerShell' };

/** Copies the request: on one line what is run, as a command or a test; on the next one what somebody else reads. */
export function CopyAs({ of: explanation }: { of: Explanation }) {
  const { exchange, diagnosis } = explanation;
  const { preflight } = currentHop(exchange);
  const blocked = diagnosis.outcome === 'blocked' || (exchange.overridden && diagnosis.failures.length > 0);
  return (
    <div class="copy-as">
      <div class="copy-line">
        <fieldset>
          <legend>{t('copyCurl')}</legend>
          {preflight !== null && (
            <CopyButton label={t('copyPreflight')} text={curlPreflight(exchange, shell.value) ?? ''} />
          )}
          <CopyButton label={t('copyRequest')} text={curlRequest(exchange, shell.value)} />
          <select
            aria-label={t('copyShell')}
            value={shell.value}
            onChange={({ currentTarget: { value } }) => {
              shell.value = SHELLS.find((name) => name === value) ?? 'bash';
            }}
          >
            {SHELLS.map((name) => (
              <option key={name} value={name}>
                {SHELL_NAMES[name]}
              </option>
            ))}
          </select>
        </fieldset>
        <CopyTest of={explanation} />
      </div>
      {blocked && <ForOthers of={explanation} />}
    </div>
  );
}

function ForOthers({ of: explanation }: { of: Explanation }) {
  const prompt = async () =>
    agentPrompt({ explanation, variant: variantOfFix(explanation) }, await sayIn(ownLanguage()));
  return (
    <div class="copy-line">
      <fieldset>
        <legend>{t('copyHandover')}</legend>
        {LANGUAGES.map((language) => (
          <CopyButton
            key={language}
            label={t(LANGUAGE_NAMES[language])}
            text={async () => ticket(explanation, await sayIn(language))}
          />
        ))}
      </fieldset>
      <CopyButton label={t('copyAgent')} text={prompt} />
      <CopyAll of={explanation} />
    </div>
  );
}
