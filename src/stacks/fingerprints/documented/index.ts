import type { Fingerprint } from '../../recognise.ts';
import { applications } from './applications.ts';
import { gateways } from './gateways.ts';
import { platforms } from './platforms.ts';

/** Stacks that can't be run in the tests. */
export const documented: readonly Fingerprint[] = [...gateways, ...platforms, ...applications];
