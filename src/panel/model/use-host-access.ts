import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { hasHostAccess, subscribeHostAccess } from '../../platform/host-access.ts';

/** Whether both origins are granted; null until that is known. */
export function useHostAccess(pageOrigin: string, targetOrigin: string): boolean | null {
  const granted = useSignal<boolean | null>(null);
  useEffect(() => {
    let current = true;
    const ask = async () => {
      const answer = await hasHostAccess([pageOrigin, targetOrigin]);
      if (current) granted.value = answer;
    };
    void ask();
    const stop = subscribeHostAccess(() => void ask());
    return () => {
      current = false;
      stop();
    };
  }, [pageOrigin, targetOrigin, granted]);
  return granted.value;
}
