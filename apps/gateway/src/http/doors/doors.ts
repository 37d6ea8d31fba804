import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError, isCrossSite, type DoorConfig } from '#platform';
import { answerWithProblem } from '../answer-with-problem.ts';
import { formRefusal } from './request-form.ts';
import type { RouteTable } from './route-table.ts';

/** Methods that change nothing. */
const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses requests for foreign host names, changes that pages of other sites ask for, and methods that a
 * path does not have.
 */
export function guardDoors(fastify: FastifyInstance, config: DoorConfig, routes: RouteTable): void {
  fastify.addHook('onRequest', async (request, reply) => {
    const refused = refusalOf(request, config) ?? methodRefusal(request, reply, routes);
    if (refused === null) return;
    answerWithProblem(refused, request, reply);
    return reply;
  });
}

function methodRefusal(
  { is404, method, url }: FastifyRequest,
  reply: FastifyReply,
  routes: RouteTable,
): AppError | null {
  const [path = '/'] = url.split('?');
  const methods = is404 ? routes.methodsOf(path) : [];
  if (methods.length === 0) return null;
  void reply.header('allow', methods.join(', '));
  return new AppError('method_not_allowed', `${path} has no method ${method}.`);
}

function refusalOf(request: FastifyRequest, config: DoorConfig): AppError | null {
  const refused = formRefusal(request, config.hosts);
  return refused ?? (SAFE.has(request.method) ? null : crossSiteRefusal(request, config));
}

/**
 * Refuses a request that a page of another site has caused. A `GET` that starts work needs it: a browser
 * sends one for every image and link of any page.
 * @throws AppError `cross_site_refused`
 */
export function refuseCrossSite(request: FastifyRequest, config: DoorConfig): void {
  const refused = crossSiteRefusal(request, config);
  if (refused !== null) throw refused;
}

function crossSiteRefusal(request: FastifyRequest, config: DoorConfig): AppError | null {
  const { host, headers } = request;
  const fetchSite = headers['sec-fetch-site'];
  const source = { host, origin: headers.origin, fetchSite: fetchSite?.toString() };
  if (!isCrossSite(source, config)) return null;
  const message = 'A page of another site has sent this request, so nothing was done.';
  return new AppError('cross_site_refused', message);
}
