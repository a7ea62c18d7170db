import type { ServerStack } from '../../server-stack.ts';
import { express } from './express.ts';
import { fastify } from './fastify.ts';
import { hono } from './hono.ts';
import { koa } from './koa.ts';
import { nestjs } from './nestjs.ts';

export const node: readonly ServerStack[] = [express, fastify, nestjs, koa, hono];
