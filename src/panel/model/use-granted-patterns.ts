import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { grantedPatterns, subscribeHostAccess } from '../../platform/host-access.ts';

/** What the user has granted, as match patterns; empty until that is known. */
export function useGrantedPatterns(): readonly string[] {
  const granted = useSignal<readonly string[]>([]);
  useEffect(() => {
    let current = true;
    const ask = async () => {
      const answer = await grantedPatterns();
      if (current) granted.value = answer;
    };
    void ask();
    const stop = subscribeHostAccess(() => void ask());
    return () => {
      current = false;
      stop();
    };
  }, [granted]);
  return granted.value;
}
