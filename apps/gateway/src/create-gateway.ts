import fastifyMultipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { Logger } from 'nestjs-pino';
import type { Config } from '#platform';
import { AppModule } from './app.module.ts';
import { answerWithProblem } from './http/answer-with-problem.ts';
import { compressAnswers } from './http/compression/compression.ts';
import { addAnswerHeaders } from './http/doors/answer-headers.ts';
import { guardDoors } from './http/doors/doors.ts';
import { RouteTable } from './http/doors/route-table.ts';
import { endSlowBodies } from './http/doors/slow-bodies.ts';
import { answerUncommonRequests } from './http/doors/uncommon-requests.ts';
import { readOnlyJson } from './http/json-body.ts';
import { answerParserError } from './http/parser-errors.ts';
import { FrameworkLogger } from './infrastructure/framework-logger.ts';
import { REQUEST_ID_HEADER, requestIdOf } from './infrastructure/request-logger.module.ts';
import { describeApi } from './openapi/describe-api.ts';

/**
 * Creates the gateway without listening. Neither the database nor Temporal has to be available.
 */
export async function createGateway(config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    genReqId: requestIdOf,
    frameworkErrors: answerWithProblem,
    clientErrorHandler: answerParserError,
    connectionTimeout: config.doors.idleMs,
    requestTimeout: config.doors.longestRequestMs,
    // A request without a host gets an answer of ours.
    http: { requireHostHeader: false },
    routerOptions: { ignoreTrailingSlash: true },
    multipart: false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(config), adapter, {
    bodyParser: false,
    bufferLogs: true,
  });
  app.useLogger(new FrameworkLogger(app.get(Logger)));
  await equip(app, config);
  SwaggerModule.setup('docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'openapi.json',
    customSiteTitle: 'Afterword API',
  });
  return app;
}

/** Registers request ids, doors, uploads and files, and restricts bodies to JSON and uploads. */
async function equip(app: NestFastifyApplication, config: Config): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const routes = new RouteTable();
  routes.collect(fastify);
  answerUncommonRequests(fastify.server);
  endSlowBodies(fastify.server, config.doors.bodies);
  readOnlyJson(fastify);
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.header(REQUEST_ID_HEADER, request.id);
  });
  guardDoors(fastify, config.doors, routes);
  addAnswerHeaders(fastify);
  compressAnswers(fastify);
  const { corsOrigins } = config.doors;
  if (corsOrigins.length > 0) app.enableCors(corsOptions(corsOrigins));
  await app.register(fastifyMultipart);
  await app.register(fastifyStatic, { serve: false, preCompressed: true });
}

/** Pages of these origins may use every route, and read the headers that tell where something is. */
function corsOptions(origins: readonly string[]) {
  return {
    origin: [...origins],
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: ['location', 'etag', 'retry-after', REQUEST_ID_HEADER],
  };
}
