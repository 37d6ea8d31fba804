import fastifyMultipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { Logger } from 'nestjs-pino';
import type { Config } from '#platform';
import { AppModule } from './app.module.ts';
import { REQUEST_ID_HEADER, requestIdOf } from './infrastructure/request-logger.module.ts';
import { describeApi } from './openapi/describe-api.ts';

/**
 * Puts the gateway together, without listening. It needs neither the database nor Temporal to be
 * there.
 */
export async function createGateway(config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ genReqId: requestIdOf, multipart: false });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(config), adapter, {
    bufferLogs: true,
  });
  app.useLogger(app.get(Logger));
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request, reply) => {
      void reply.header(REQUEST_ID_HEADER, request.id);
    });
  await app.register(fastifyMultipart);
  await app.register(fastifyStatic, { serve: false });
  SwaggerModule.setup('docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'openapi.json',
    customSiteTitle: 'Afterword API',
  });
  return app;
}
