import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** A schema for OpenAPI, and the named schemas that it references. */
export interface ConvertedSchema {
  readonly schema: Schemas[string];
  readonly components: Schemas;
}

const anySchema = z.custom<Schemas[string]>((value) => typeof value === 'object');
const jsonSchemaSchema = z.looseObject({
  definitions: z.record(z.string(), anySchema).default({}),
});

/**
 * Converts a Zod schema for the OpenAPI document. Schemas with an id become components.
 * @param direction `input` for request data, `output` for response data
 * @returns `undefined` for anything that is not a Zod schema
 */
export function convertSchema(
  schema: unknown,
  direction: 'input' | 'output',
): ConvertedSchema | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  const converted = z.toJSONSchema(schema, {
    target: 'openapi-3.0',
    io: direction,
    override: ({ jsonSchema }) => simplify(jsonSchema, direction),
  });
  const text = JSON.stringify(converted).replaceAll('"#/definitions/', '"#/components/schemas/');
  const { definitions, ...rest } = jsonSchemaSchema.parse(JSON.parse(text, withExactNulls));
  return { schema: rest, components: definitions };
}

/** The only value that fits is `null`. */
const ONLY_NULL = { type: 'string', nullable: true, enum: [null] };

/**
 * In OpenAPI 3.0, `nullable` widens only the `type` next to it, and no `enum` (specification 3.0.3, proposal
 * "Clarify Semantics of nullable").
 */
function withExactNulls(_key: string, node: unknown): unknown {
  if (!isNullable(node)) return node;
  const { nullable: _nullable, enum: values, allOf, anyOf, ...rest } = node;
  if ('type' in node) return values === undefined ? node : { ...node, enum: [...values, null] };
  const [only] = allOf ?? [];
  const choices = anyOf ?? (allOf?.length === 1 ? [only] : [{ allOf }]);
  return { ...rest, anyOf: [...choices, ONLY_NULL] };
}

interface NullableSchema {
  readonly nullable: true;
  readonly enum?: readonly unknown[];
  readonly allOf?: readonly unknown[];
  readonly anyOf?: readonly unknown[];
}

/** Properties of an object may be called `nullable`, too, but their value is a schema. */
function isNullable(node: unknown): node is NullableSchema {
  return typeof node === 'object' && node !== null && 'nullable' in node && node.nullable === true;
}

/**
 * Removes constraints that would restrict clients without need: a response may get new properties,
 * and every integer of JSON is within the limits of a double anyway. A request with properties that are
 * not known is refused, so their schemas say so.
 */
function simplify(
  schema: { additionalProperties?: unknown; minimum?: number; maximum?: number },
  direction: 'input' | 'output',
) {
  const isResponse = direction === 'output';
  if (isResponse && schema.additionalProperties === false) delete schema.additionalProperties;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}

/**
 * Replaces the reference to a named schema by the schema itself. The parameters of a route are
 * listed one by one, which is not possible behind a reference.
 */
export function inlined({ schema, components }: ConvertedSchema): ConvertedSchema {
  const reference = '$ref' in schema ? schema.$ref : '';
  const { [reference.split('/').at(-1) ?? '']: named, ...others } = components;
  return named ? { schema: named, components: others } : { schema, components };
}
