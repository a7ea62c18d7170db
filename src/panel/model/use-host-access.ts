import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { hasHostAccess, subscribeHostAccess } from '../../platform/host-access.ts';

/** Whether all these origins are granted; null until that is known. */
export function useHostAccess(...origins: readonly string[]): boolean | null {
  const granted = useSignal<boolean | null>(null);
  const wanted = origins.join(' ');
  useEffect(() => {
    let current = true;
    const ask = async () => {
      const answer = await hasHostAccess(wanted.split(' '));
      if (current) granted.value = answer;
    };
    void ask();
    const stop = subscribeHostAccess(() => void ask());
    return () => {
      current = false;
      stop();
    };
  }, [wanted, granted]);
  return granted.value;
}
