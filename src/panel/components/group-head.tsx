import { t } from '../../browser/i18n.ts';
import { pluralKey } from '../../browser/plural.ts';
import type { Group } from '../model/groups.ts';
import { Arrow } from './arrow.tsx';
import { Mark } from './mark.tsx';
import { Value, Words } from './words.tsx';

/** Shows what the calls of a group have in common, and how many they are. */
export function GroupHead({ group: { mark, title, host, requests } }: { group: Group }) {
  const count = pluralKey(requests, { one: 'requestCountOne', other: 'requestCountOther' });
  return (
    <>
      <Arrow />
      <Mark kind={mark} />
      <span class="group-title">
        <Words of={title} />
      </span>{' '}
      {host !== null && (
        <span class="group-host dim">
          <Value text={host} />
        </span>
      )}{' '}
      <span class="group-count dim">{t(count, { count: String(requests) })}</span>
    </>
  );
}
