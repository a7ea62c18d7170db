import { useRef } from 'preact/hooks';
import { t } from '../../browser/i18n.ts';
import { parseAlsoAllow } from '../../explain/index.ts';
import { useModel } from '../model/model-context.ts';
import { Text } from './words.tsx';

/** Lets the user add origins that the fix allows, such as the one that the page will be served from. */
export function AlsoAllowField({ targetOrigin }: { targetOrigin: string }) {
  const { alsoAllow } = useModel();
  const text = alsoAllow.value.get(targetOrigin) ?? '';
  const { wrong } = parseAlsoAllow(text);
  const atFirst = useRef(text !== '').current;
  return (
    <details class="card-more" open={atFirst}>
      <summary>{t('alsoAllowMore')}</summary>
      <label class="also-allow">
        {t('alsoAllow')}
        <input
          type="text"
          value={text}
          placeholder="https://app.example.com"
          spellcheck={false}
          aria-invalid={wrong.length > 0}
          onInput={(event) => {
            alsoAllow.value = new Map(alsoAllow.value).set(targetOrigin, event.currentTarget.value);
          }}
        />
        {wrong.length > 0 && (
          <span class="problem" role="alert">
            <Text message="alsoAllowWrong" values={{ entries: wrong }} />
          </span>
        )}
      </label>
    </details>
  );
}
