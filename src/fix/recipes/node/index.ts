import type { Recipe } from '../../recipe.ts';
import { express } from './express.ts';
import { fastify } from './fastify.ts';
import { hono } from './hono.ts';
import { koa } from './koa.ts';
import { nestjs } from './nestjs.ts';

export const node: readonly Recipe[] = [express, fastify, nestjs, koa, hono];
