import { ERROR_DEFINITIONS, type ErrorCode } from '#contracts/model';
import { AppError } from '#platform';
import { toProblem } from '../http/problem.ts';

const SCHEMA = { $ref: '#/components/schemas/Problem' };

/** The media type of problem documents. */
export const PROBLEM = 'application/problem+json';

/** A response with a problem document, as OpenAPI describes it. */
interface ProblemResponse {
  readonly description: string;
  readonly content: Readonly<
    Record<typeof PROBLEM, { readonly schema: typeof SCHEMA; readonly examples: Examples }>
  >;
}

type Examples = Readonly<Record<string, { readonly value: object }>>;

/** The responses to errors, by status, with an example of each error. */
export function problemResponses(
  codes: readonly ErrorCode[],
): ReadonlyMap<number, ProblemResponse> {
  const byStatus = Map.groupBy(new Set(codes), (code) => ERROR_DEFINITIONS[code].status);
  return new Map(
    [...byStatus].map(([status, group]) => {
      const titles = group.map((code) => `\`${code}\`: ${ERROR_DEFINITIONS[code].title}.`);
      const examples = Object.fromEntries(group.map((code) => [code, { value: exampleOf(code) }]));
      const content = { [PROBLEM]: { schema: SCHEMA, examples } };
      return [status, { description: titles.join(' '), content }];
    }),
  );
}

function exampleOf(code: ErrorCode): object {
  const example = toProblem(
    new AppError(code, ERROR_DEFINITIONS[code].title),
    '/the/path',
    '8c1f5f6e-0d5c-4a9e-9d39-5e9d0c9b7a11',
  );
  if (code !== 'invalid_request') return example;
  return { ...example, errors: [{ path: 'field', message: 'What is wrong with it.' }] };
}
