import type { ServerStack } from '../../server-stack.ts';
import { express } from './express.ts';
import { fastify } from './fastify.ts';

export const node: readonly ServerStack[] = [express, fastify];
