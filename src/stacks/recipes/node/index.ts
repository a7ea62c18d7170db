import type { Recipe } from '../../recipe.ts';
import { express } from './express.ts';
import { fastify } from './fastify.ts';
import { h3 } from './h3.ts';
import { hapi } from './hapi.ts';
import { hono } from './hono.ts';
import { koa } from './koa.ts';
import { nestjs } from './nestjs.ts';
import { nextjs } from './nextjs.ts';
import { vite } from './vite.ts';

export const node: readonly Recipe[] = [express, fastify, nestjs, koa, hono, hapi, nextjs, h3, vite];
