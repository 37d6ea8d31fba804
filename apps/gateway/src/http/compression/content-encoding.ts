/** Encodings of content that the gateway can make, the better one first. */
const ENCODINGS = ['br', 'gzip'] as const;
export type ContentEncoding = (typeof ENCODINGS)[number];

/**
 * Chooses an encoding that a client accepts (RFC 9110, section 12.5.3).
 * @param accepted value of `Accept-Encoding`
 * @returns `null` when the content has to be sent as it is
 */
export function chooseEncoding(accepted: string | undefined): ContentEncoding | null {
  const weights = weightsOf(accepted ?? '');
  const weightOf = (encoding: string) => weights.get(encoding) ?? weights.get('*') ?? 0;
  const [best] = ENCODINGS.toSorted((one, other) => weightOf(other) - weightOf(one));
  // What is accepted as it is, and more gladly, is not compressed.
  const asIs = weights.get('identity') ?? 0;
  return best !== undefined && weightOf(best) > 0 && weightOf(best) >= asIs ? best : null;
}

function weightsOf(accepted: string): ReadonlyMap<string, number> {
  return new Map(
    accepted.split(',').flatMap((item) => {
      const [name = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase());
      const weight = /^q=([01](?:\.\d{0,3})?)$/.exec(parameters.join(';'))?.[1] ?? '1';
      return name === '' ? [] : [[name, Number(weight)] as const];
    }),
  );
}
