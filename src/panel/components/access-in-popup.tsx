import { Text } from './words.tsx';

/** Says where access to hosts is asked for, in a browser that doesn't ask within DevTools. */
export function AccessInPopup({ hosts }: { hosts: readonly string[] }) {
  return (
    <p class="notice">
      <Text message="accessInPopup" values={{ hosts }} />
    </p>
  );
}
