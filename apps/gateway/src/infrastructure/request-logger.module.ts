import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { RequestMethod, type DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { createLogger, type LoggingConfig } from '#platform';

/** Header with the id of a request, also sent in the response and logged. */
export const REQUEST_ID_HEADER = 'x-request-id';

const ACCEPTABLE_ID = /^[\w.:+/=@-]{1,128}$/;
/** Not logged, because health checks request them every few seconds. */
const QUIET_PATHS = ['health/live', 'health/ready'];

/** The request id of the client, if it is safe to log, or a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers[REQUEST_ID_HEADER];
  return typeof given === 'string' && ACCEPTABLE_ID.test(given) ? given : randomUUID();
}

/**
 * Logs each request with its response, and adds the request id to every line that is logged while
 * the request is handled. Headers and bodies are omitted: they may contain secrets and private
 * text.
 */
export function requestLoggerModule(config: LoggingConfig): DynamicModule {
  return LoggerModule.forRoot({
    forRoutes: [{ path: '*path', method: RequestMethod.ALL }],
    exclude: QUIET_PATHS,
    pinoHttp: {
      logger: createLogger('gateway', config),
      quietReqLogger: true,
      quietResLogger: true,
      wrapSerializers: false,
      serializers: { req: () => undefined },
      customAttributeKeys: { reqId: 'requestId' },
      customSuccessObject: describeExchange,
      customErrorObject: (request, response, _error, given: Timed) =>
        describeExchange(request, response, given),
    },
  });
}

/** Measurements of the logging middleware, in milliseconds. */
interface Timed {
  readonly responseTime: number;
}

function describeExchange(
  { method, url }: IncomingMessage,
  { statusCode }: ServerResponse,
  { responseTime }: Timed,
): object {
  return { method, path: url?.split('?')[0], status: statusCode, responseTimeMs: responseTime };
}
