import type { OpenAPIObject } from '@nestjs/swagger';
import { isErrorCode, type ErrorCode } from '#contracts/model';
import { PROBLEM, problemResponses } from './problem-responses.ts';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Response = Operation['responses'][string];

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
/** Errors of requests whose body is no JSON that can be read. */
const OF_JSON: readonly ErrorCode[] = [
  'invalid_request',
  'invalid_encoding',
  'request_too_large',
  'unsupported_media_type',
];

/** Adds to all operations the errors with which requests are refused before they reach a route. */
export function withDoorProblems(document: OpenAPIObject): OpenAPIObject {
  const paths = Object.entries(document.paths).map(([path, item]) => {
    const operations = METHODS.flatMap((method) => {
      const operation = item[method];
      if (operation === undefined) return [];
      return [[method, withProblems(operation, codesOf(method, operation))] as const];
    });
    return [path, { ...item, ...Object.fromEntries(operations) }] as const;
  });
  return { ...document, paths: Object.fromEntries(paths) };
}

function codesOf(
  method: (typeof METHODS)[number],
  { requestBody, parameters = [] }: Operation,
): readonly ErrorCode[] {
  const hasJson =
    requestBody !== undefined &&
    'content' in requestBody &&
    'application/json' in requestBody.content;
  return [
    'host_not_allowed',
    ...(parameters.some(isOfQuery) ? (['invalid_encoding'] as const) : []),
    ...(method === 'get' ? [] : (['cross_site_refused'] as const)),
    ...(requestBody === undefined ? [] : (['request_timeout'] as const)),
    ...(hasJson ? OF_JSON : []),
  ];
}

function isOfQuery(parameter: NonNullable<Operation['parameters']>[number]): boolean {
  return 'in' in parameter && parameter.in === 'query';
}

function withProblems(operation: Operation, codes: readonly ErrorCode[]): Operation {
  const own = Object.values(operation.responses).flatMap(documentedCodes);
  const problems = [...problemResponses([...own, ...codes])];
  const added = problems.map(([status, response]) => [String(status), response] as const);
  return { ...operation, responses: { ...operation.responses, ...Object.fromEntries(added) } };
}

/** The errors that a route documents itself. */
function documentedCodes(response: Response | undefined): readonly ErrorCode[] {
  if (response === undefined || '$ref' in response) return [];
  return Object.keys(response.content?.[PROBLEM]?.examples ?? {}).filter(isErrorCode);
}
