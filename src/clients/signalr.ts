import type { Client } from './client.ts';

export const signalr: Client = {
  name: 'SignalR',
  headers: /^(?:x-signalr-user-agent|x-requested-with)$/,
  mark: /^x-signalr-user-agent$/,
  credentials: null,
  setting: null,
  docs: 'https://learn.microsoft.com/en-us/aspnet/core/signalr/security',
};
