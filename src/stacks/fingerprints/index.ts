import { pythonRubyPhp } from '../rails/fingerprints.ts';
import type { Fingerprint } from '../recognise.ts';
import { documented } from './documented/index.ts';
import { goJava } from './go-java.ts';
import { node } from './node/index.ts';
import { proxies } from './proxies.ts';

export const FINGERPRINTS: readonly Fingerprint[] = [
  ...node,
  ...pythonRubyPhp,
  ...goJava,
  ...proxies,
  ...documented,
];
