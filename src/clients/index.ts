export type { ClientWay } from './client-way.ts';
export { SDKS, type Sdk, type SdkId, sdkOf } from './sdk-headers.ts';
export { waysToStopSending } from './stop-sending.ts';
