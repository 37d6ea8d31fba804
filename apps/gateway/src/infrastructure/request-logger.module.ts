import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { RequestMethod, type DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { createLogger, type LoggingConfig } from '#platform';

/** Header that names a request in its answer and in the log. */
export const REQUEST_ID_HEADER = 'x-request-id';

const ACCEPTABLE_ID = /^[\w.:+/=@-]{1,128}$/;
/** Asked every few seconds by whoever watches over the process. */
const QUIET_PATHS = ['health/live', 'health/ready'];

/** The id that the caller gave a request, if it is one that may stand in a log, or a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers[REQUEST_ID_HEADER];
  return typeof given === 'string' && ACCEPTABLE_ID.test(given) ? given : randomUUID();
}

/**
 * Logs each request with its answer, and puts the request's id in every line that is logged while
 * it is handled. Headers and bodies are left out: they may hold secrets and what people said.
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

/** What the middleware measured. */
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
