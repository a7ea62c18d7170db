import type { Recipe } from '../../recipe.ts';
import { express } from './express.ts';
import { fastify } from './fastify.ts';

export const node: readonly Recipe[] = [express, fastify];
