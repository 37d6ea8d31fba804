/** Above this share of common words, two sentences count as repetitions of each other. */
const SAME = 0.5;

/** Whether more than half of the words of the shorter list are also in the other list. */
export function saysTheSame(one: readonly string[], other: readonly string[]): boolean {
  const common = one.filter((word) => other.includes(word)).length;
  return common / Math.max(1, Math.min(one.length, other.length)) > SAME;
}
