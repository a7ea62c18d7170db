import type { Client } from '../client.ts';

/**
 * As its source has it.
 * @see https://github.com/livewire/livewire/tree/main/js
 */
export const client: Client = {
  name: 'Livewire',
  headers: 'x-livewire x-livewire-*',
  beside: 'x-csrf-token',
};
