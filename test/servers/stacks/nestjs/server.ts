import { nodeProgram, packageFile } from '../../node-program.ts';

export const server = nodeProgram({
  stack: 'nestjs',
  package: '@nestjs/core',
  args: ['--import', packageFile('tsx', 'dist/esm/index.mjs'), 'src/main.ts'],
  starts: [
    {
      name: 'not configured',
      files: files(''),
      cause: 'not-configured',
      recognised: 'sure',
    },
    {
      name: 'header not allowed',
      files: files(`  // cors: begin
  app.enableCors({ origin: /^http:\\/\\/localhost:\\d+$/, allowedHeaders: 'Content-Type' });
  // cors: end
`),
      cause: 'header-not-allowed',
      // It answers as Express does.
      recognised: 'no',
    },
  ],
});

function files(setup: string): Readonly<Record<string, string>> {
  return {
    // tsx doesn't write down the types of parameters, as Nest's own build does; the controllers here need none.
    'tsconfig.json': JSON.stringify({ compilerOptions: { experimentalDecorators: true } }),
    'src/main.ts': `import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
${setup}  // place: after-app
  await app.listen(Number(process.env.PORT), '127.0.0.1');
}
bootstrap();
`,
    'src/app.module.ts': `import { Module } from '@nestjs/common';
import { DataController } from './data.controller';

@Module({ controllers: [DataController] })
export class AppModule {}
`,
    'src/data.controller.ts': `import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';

@Controller('api')
export class DataController {
  @Get('data')
  list() {
    return { items: [] };
  }

  @Post('data')
  @HttpCode(200)
  save(@Body() saved: unknown) {
    return { saved };
  }

  @Patch('data')
  change(@Body() changed: unknown) {
    return { changed };
  }

  @Get('crash')
  crash() {
    throw new Error('The database is gone.');
  }
}
`,
  };
}
