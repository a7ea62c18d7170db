import { jsString } from '../stacks/index.ts';
import type { Client } from './client.ts';
import { edit } from './shared-steps.ts';

export const axios: Client = {
  name: 'axios',
  headers: /^x-requested-with$/,
  commonNames: ['x-requested-with'],
  credentials: null,
  setting: 'axios.defaults.headers.common',
  docs: 'https://axios-http.com/docs/config_defaults',
  stopSending: (names) => {
    const lines = names.map((name) => `delete axios.defaults.headers.common[${jsString(asWritten(name))}];`);
    return [edit('axios', 'after-setup', lines.join('\n'))];
  },
};

/** Spells a header name as pages usually do: `X-Requested-With`. axios deletes only the exact spelling. */
function asWritten(name: string): string {
  return name.replaceAll(/(?<=^|-)[a-z]/g, (letter) => letter.toUpperCase());
}
