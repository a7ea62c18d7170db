import type { Client } from './client.ts';

export const azure: Client = {
  name: 'Azure SDK',
  headers: /^x-ms-/,
  credentials: null,
  setting: null,
  docs: 'https://learn.microsoft.com/en-us/rest/api/storageservices/cross-origin-resource-sharing--cors--support-for-the-azure-storage-services',
};
