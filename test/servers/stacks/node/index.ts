import type { ServerStack } from '../../server-stack.ts';
import { express } from '../express/server.ts';
import { fastify } from '../fastify/server.ts';
import { h3 } from '../h3/server.ts';
import { hapi } from '../hapi/server.ts';
import { hono } from '../hono/server.ts';
import { koa } from '../koa/server.ts';
import { nestjs } from '../nestjs/server.ts';
import { nextjs } from '../nextjs/server.ts';
import { vite } from '../vite/server.ts';

export const node: readonly ServerStack[] = [express, fastify, nestjs, koa, hono, hapi, nextjs, h3, vite];
