import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';

/** An example of the document, and the schema that it has to fit. */
interface DocumentExample {
  /** Path within the document. */
  readonly where: string;
  readonly schema: object;
  readonly value: unknown;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** All examples of a document: of bodies, parameters and properties. Streams have a text of their own. */
export function examplesOf(document: OpenAPIObject): readonly DocumentExample[] {
  return examplesWithin({ ...document }, '');
}

function examplesWithin(node: unknown, where: string): readonly DocumentExample[] {
  if (Array.isArray(node)) {
    return node.flatMap((each, at) => examplesWithin(each, `${where}/${at}`));
  }
  if (!isObject(node) || where.endsWith('/text~1event-stream')) return [];
  const inner = Object.entries(node)
    .filter(([key]) => !['example', 'examples', 'default', 'enum'].includes(key))
    .flatMap(([key, each]) => examplesWithin(each, `${where}/${key.replaceAll('/', '~1')}`));
  const schema = isObject(node['schema']) ? node['schema'] : node;
  return [...valuesOf(node).map((value) => ({ where, schema, value })), ...inner];
}

/** The map of properties of a schema may have a property that is called so. */
function valuesOf(node: Readonly<Record<string, unknown>>): readonly unknown[] {
  const isDescribed = ['schema', 'type', 'oneOf', 'anyOf', 'allOf', '$ref'].some(
    (key) => key in node,
  );
  if (!isDescribed) return [];
  const { example, examples } = node;
  const several = isObject(examples) ? Object.values(examples) : [];
  return [
    ...(example === undefined ? [] : [example]),
    ...several.map((each) => (isObject(each) && 'value' in each ? each['value'] : each)),
  ];
}

type JsonSchema = Parameters<typeof z.fromJSONSchema>[0];
const jsonSchemaSchema = z.custom<JsonSchema>((value) => isObject(value));

/** Checks values against schemas of a document. */
export class SchemaChecker {
  private readonly known = new Map<string, z.ZodType>();
  private readonly definitions: string;

  constructor({ components }: OpenAPIObject) {
    this.definitions = JSON.stringify(components?.schemas ?? {});
  }

  /** What of a value does not fit a schema; empty when it fits. */
  faultsOf(schema: object, value: unknown): readonly string[] {
    const { error } = this.read(JSON.stringify(schema)).safeParse(value);
    return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
  }

  private read(schema: string): z.ZodType {
    const known = this.known.get(schema);
    if (known !== undefined) return known;
    const text = `{"allOf":[${schema}],"definitions":${this.definitions}}`;
    const within = text.replaceAll('#/components/schemas/', '#/definitions/');
    const parsed = jsonSchemaSchema.parse(JSON.parse(within));
    const read = z.fromJSONSchema(parsed, { defaultTarget: 'openapi-3.0' });
    this.known.set(schema, read);
    return read;
  }
}
