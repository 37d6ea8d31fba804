/**
 * The fields of an object that differ from those of another.
 *
 * @param changed - Has the values of the result.
 * @param base - What it is compared with.
 */
export function differences<Fields extends Readonly<Record<string, string>>>(
  changed: Fields,
  base: Fields,
): Partial<Fields> {
  const result: Partial<Fields> = {};
  for (const key in changed) if (changed[key] !== base[key]) result[key] = changed[key];
  return result;
}
