export { SDKS, type Sdk, type SdkId, sdkOf } from './registry.ts';
export type { ClientWay } from './workaround.ts';
export { waysToStopSending } from './workarounds-for.ts';
