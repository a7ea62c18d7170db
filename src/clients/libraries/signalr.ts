import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `@microsoft/signalr` 10.0.11.
 * @see https://github.com/dotnet/aspnetcore/tree/main/src/SignalR/clients/ts
 */
export const client: Client = {
  name: 'SignalR',
  headers: 'x-signalr-user-agent',
  beside: 'x-requested-with',
};
