/** So many texts are remembered: those of a few sentences and their clauses. */
const MOST = 64;

const memories: Map<string, unknown>[] = [];

/**
 * A function of a text that remembers its latest results: every amount of a sentence asks the same of
 * it. The results must not be changed by their readers.
 */
export function remembered<Result>(read: (text: string) => Result): (text: string) => Result {
  const results = new Map<string, { readonly result: Result }>();
  memories.push(results);
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known.result;
    const result = read(text);
    const [oldest] = results.keys();
    if (results.size >= MOST && oldest !== undefined) results.delete(oldest);
    results.set(text, { result });
    return result;
  };
}

/** Forgets all results: what a reading takes must not depend on what was read before. */
export function forgetAll(): void {
  for (const results of memories) results.clear();
}
