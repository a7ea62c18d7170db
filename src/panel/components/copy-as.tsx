import { signal } from '@preact/signals';
import { t } from '../../browser/i18n.ts';
import { sayIn } from '../../browser/languages.ts';
import { adviceOn, headline } from '../../causes/index.ts';
import { currentHop, originOfHop } from '../../cors/index.ts';
import type { JudgedExchange } from '../../explain/index.ts';
import {
  type Answerer,
  curlPreflight,
  curlRequest,
  SHELLS,
  type Shell,
  toMarkdown,
} from '../../report/index.ts';
import { whoAnswered } from '../../stacks/index.ts';
import { useModel } from '../model/model-context.ts';
import { CopyButton } from './copy-button.tsx';
import './copy-as.css';

/** The same for all requests: nobody changes shells between two of them. */
const shell = signal<Shell>(navigator.userAgent.includes('Windows') ? 'powershell' : 'bash');

const SHELL_NAMES: Readonly<Record<Shell, string>> = { bash: 'bash', powershell: 'PowerShell' };

/** The request as commands, and as a ticket for those who run the server. */
export function CopyAs({ row }: { row: JudgedExchange }) {
  const { exchange, diagnosis } = row;
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
      {blocked && <ForBackEnd row={row} />}
    </div>
  );
}

function ForBackEnd({ row }: { row: JudgedExchange }) {
  const answerer = useAnswerer(row);
  const { exchange, diagnosis, cause } = row;
  const handover = {
    exchange,
    diagnosis,
    headline: headline(exchange, diagnosis, cause),
    advice: cause === null ? [] : adviceOn(exchange, cause).map(({ sentence }) => sentence),
    answerer,
  };
  return (
    <fieldset>
      <legend>{t('copyHandover')}</legend>
      <CopyButton label="inEnglish" text={async () => toMarkdown(handover, await sayIn('en'))} />
      <CopyButton label="inChinese" text={async () => toMarkdown(handover, await sayIn('zh_CN'))} />
    </fieldset>
  );
}

/** Who runs the server: whom the user named, else who was recognised. */
function useAnswerer({ exchange }: JudgedExchange): Answerer | null {
  const { stackChoices } = useModel();
  const chosen = stackChoices.value.get(originOfHop(exchange, exchange.hops.length - 1));
  if (chosen !== undefined && chosen !== 'headers-only') return { stack: chosen, certainty: 'chosen' };
  return whoAnswered(exchange)[0] ?? null;
}
