import type { FastifyInstance } from 'fastify';

/** A path of a route: names of segments, `null` for one that may be anything, `'*'` for all that follow. */
type Pattern = readonly (string | null)[];

/** The methods of all paths, for requests whose path exists and whose method does not. */
export class RouteTable {
  private readonly routes = new Map<string, { readonly pattern: Pattern; methods: Set<string> }>();

  /** Collects the routes that are added from now on. */
  collect(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ url, method }) => {
      // Pages of listed origins may ask for the options of every path, whether it exists or not.
      const methods = new Set([method].flat().filter((name) => name !== 'OPTIONS'));
      const known = this.routes.get(url);
      if (known === undefined) this.routes.set(url, { pattern: patternOf(url), methods });
      else known.methods = new Set([...known.methods, ...methods]);
    });
  }

  /** The methods of a path in the order of the alphabet; none when there is no such path. */
  methodsOf(path: string): readonly string[] {
    const segments = segmentsOf(path);
    const found = [...this.routes.values()].filter(({ pattern }) => fits(pattern, segments));
    return [...new Set(found.flatMap(({ methods }) => [...methods]))].sort();
  }
}

function patternOf(url: string): Pattern {
  return segmentsOf(url).map((segment) => (segment.startsWith(':') ? null : segment));
}

function segmentsOf(path: string): readonly string[] {
  // As the router: one slash at the end is none, and each other one separates.
  const inner = decoded(path).replace(/^\//, '').replace(/\/$/, '');
  return inner === '' ? [] : inner.split('/');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function fits(pattern: Pattern, segments: readonly string[]): boolean {
  const isOpen = pattern.at(-1) === '*';
  const named = isOpen ? pattern.slice(0, -1) : pattern;
  if (isOpen ? segments.length < named.length : segments.length !== named.length) return false;
  return named.every((segment, at) =>
    segment === null ? segments[at] !== '' : segment === segments[at],
  );
}
