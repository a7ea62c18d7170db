import { platforms } from '../../aws-api-gateway/fingerprints.ts';
import { gateways } from '../../cloudflare-access/fingerprints.ts';
import type { Fingerprint } from '../../recognise.ts';
import { applications } from '../../spring-boot/fingerprints.ts';

/** Stacks that can't be run in the tests. */
export const documented: readonly Fingerprint[] = [...gateways, ...platforms, ...applications];
