import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { grantedPatterns, hasHostAccess, subscribeHostAccess } from '../../platform/host-access.ts';

/** Whether all these origins are granted; null until that is known. */
export function useHostAccess(...origins: readonly string[]): boolean | null {
  return useGrants(() => hasHostAccess(origins), origins.join(' '));
}

/** What the user has granted, as match patterns; empty until that is known. */
export function useGrantedPatterns(): readonly string[] {
  return useGrants(grantedPatterns, '') ?? [];
}

/** What is answered, asked again whenever grants change, or when it is `about` something else; null until it is known. */
function useGrants<Answer>(ask: () => Promise<Answer>, about: string): Answer | null {
  const granted = useSignal<Answer | null>(null);
  useEffect(() => {
    let current = true;
    const askAgain = async () => {
      const answer = await ask();
      if (current) granted.value = answer;
    };
    void askAgain();
    const stop = subscribeHostAccess(() => void askAgain());
    return () => {
      current = false;
      stop();
    };
  }, [about, granted]);
  return granted.value;
}
