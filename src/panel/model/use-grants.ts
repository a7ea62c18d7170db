import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import {
  grantedPatterns,
  hasHostAccess,
  subscribeHostAccess,
  type Watch,
  watchOf,
} from '../../browser/host-access.ts';
import { maySeeFiles } from '../../browser/page-access.ts';

/** Whether all these origins are granted; null until that is known. */
export function useHostAccess(...origins: readonly string[]): boolean | null {
  return useGrants(() => hasHostAccess(origins), origins.join(' '));
}

/** What the user has granted, as match patterns; empty until that is known. */
export function useGrantedPatterns(): readonly string[] {
  return useGrants(grantedPatterns, '') ?? [];
}

/** What is seen of a page without DevTools; null until that is known, and for a page of no origin. */
export function useWatch(pageOrigin: string): Watch | null {
  return useGrants(async () => (pageOrigin === 'null' ? null : await watchOf(pageOrigin)), pageOrigin);
}

/** Whether pages from files are seen; null until that is known. */
export function useFileAccess(): boolean | null {
  return useGrants(maySeeFiles, '');
}

/** What is answered, asked again whenever grants change, or when it is `about` something else; null until it is known. */
function useGrants<Answer>(ask: () => Promise<Answer>, about: string): Answer | null {
  const granted = useSignal<Answer | null>(null);
  useEffect(() => {
    let current = true;
    const askAgain = () => {
      ask().then(
        (answer) => {
          if (current) granted.value = answer;
        },
        (error: unknown) => console.error('What is granted could not be asked for.', error),
      );
    };
    askAgain();
    const stop = subscribeHostAccess(askAgain);
    return () => {
      current = false;
      stop();
    };
  }, [about, granted]);
  return granted.value;
}
