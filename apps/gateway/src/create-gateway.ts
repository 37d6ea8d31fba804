import fastifyMultipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { Logger } from 'nestjs-pino';
import type { Config } from '#platform';
import { AppModule } from './app.module.ts';
import { answerUnreadableRequest } from './http/unreadable-request.ts';
import { FrameworkLogger } from './infrastructure/framework-logger.ts';
import { REQUEST_ID_HEADER, requestIdOf } from './infrastructure/request-logger.module.ts';
import { describeApi } from './openapi/describe-api.ts';

/**
 * Creates the gateway without listening. Neither the database nor Temporal has to be available.
 */
export async function createGateway(config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    genReqId: requestIdOf,
    frameworkErrors: answerUnreadableRequest,
    multipart: false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(config), adapter, {
    bodyParser: false,
    bufferLogs: true,
  });
  app.useLogger(new FrameworkLogger(app.get(Logger)));
  await equip(app);
  SwaggerModule.setup('docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'openapi.json',
    customSiteTitle: 'Afterword API',
  });
  return app;
}

/** Registers request ids, uploads and files, and restricts bodies to JSON and uploads. */
async function equip(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.header(REQUEST_ID_HEADER, request.id);
  });
  await app.register(fastifyMultipart);
  await app.register(fastifyStatic, { serve: false });
}
