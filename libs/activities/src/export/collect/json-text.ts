import { EXPORT_FORMAT, EXPORT_FORMAT_VERSION } from '#contracts/export';

/** The first fields of each JSON file. */
export function fileHead<Kind extends string>(kind: Kind) {
  return { format: EXPORT_FORMAT, formatVersion: EXPORT_FORMAT_VERSION, kind } as const;
}

/**
 * A JSON object, piece by piece: fields, and lists that are too long for memory. Each field and each
 * element of a list is a line, so that a reader can go line by line.
 * @param lists the elements of each list, by the name of its field
 */
export async function* jsonText(
  fields: Readonly<Record<string, unknown>>,
  lists: Readonly<Record<string, AsyncIterable<unknown> | Iterable<unknown>>> = {},
): AsyncGenerator<string> {
  let before = '{';
  for (const [name, value] of Object.entries(fields)) {
    yield `${before}\n${JSON.stringify(name)}:${JSON.stringify(value)}`;
    before = ',';
  }
  for (const [name, elements] of Object.entries(lists)) {
    yield `${before}\n${JSON.stringify(name)}:[`;
    before = ',';
    let separator = '\n';
    for await (const element of elements) {
      yield `${separator}${JSON.stringify(element)}`;
      separator = ',\n';
    }
    yield '\n]';
  }
  yield '\n}\n';
}

/** A JSON object for each line. */
export async function* jsonLines(elements: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const element of elements) yield `${JSON.stringify(element)}\n`;
}

/** Converts elements one by one. */
export async function* mapped<From, To>(
  elements: AsyncIterable<From>,
  convert: (element: From) => To,
): AsyncGenerator<To> {
  for await (const element of elements) yield convert(element);
}

/** Whether there is an element; the others stay to be read. */
export async function firstOf<Element>(
  elements: AsyncGenerator<Element>,
): Promise<AsyncGenerator<Element> | null> {
  const first = await elements.next();
  if (first.done) return null;
  return (async function* () {
    yield first.value;
    yield* elements;
  })();
}
