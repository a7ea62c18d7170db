import { signal } from '@preact/signals';
import { t } from '../../browser/i18n.ts';
import { sayIn } from '../../browser/languages.ts';
import { currentHop } from '../../cors/index.ts';
import type { Explanation } from '../../explain/index.ts';
import { curlPreflight, curlRequest, SHELLS, type Shell, toMarkdown } from '../../report/index.ts';
import { CopyButton } from './copy-button.tsx';
import './copy-as.css';

/** The same for all requests: nobody changes shells between two of them. */
const shell = signal<Shell>(navigator.userAgent.includes('Windows') ? 'powershell' : 'bash');

const SHELL_NAMES: Readonly<Record<Shell, string>> = { bash: 'bash', powershell: 'PowerShell' };

/** The request as commands, and as a ticket for those who run the server. */
export function CopyAs({ of: explanation }: { of: Explanation }) {
  const { exchange, diagnosis } = explanation;
  const { preflight } = currentHop(exchange);
  const blocked = diagnosis.outcome === 'blocked' || (exchange.overridden && diagnosis.failures.length > 0);
  return (
    <div class="copy-as">
      <fieldset>
        <legend>{t('copyCurl')}</legend>
        {preflight !== null && (
          <CopyButton label="copyPreflight" text={curlPreflight(exchange, shell.value) ?? ''} />
        )}
        <CopyButton label="copyRequest" text={curlRequest(exchange, shell.value)} />
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
      {blocked && <ForBackEnd of={explanation} />}
    </div>
  );
}

function ForBackEnd({ of: explanation }: { of: Explanation }) {
  return (
    <fieldset>
      <legend>{t('copyHandover')}</legend>
      <CopyButton label="inEnglish" text={async () => toMarkdown(explanation, await sayIn('en'))} />
      <CopyButton label="inChinese" text={async () => toMarkdown(explanation, await sayIn('zh_CN'))} />
    </fieldset>
  );
}
