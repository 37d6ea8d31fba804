/** Who speaks from when to when. Ranges of several speakers may overlap. */
export interface SpokenRange {
  readonly startMs: number;
  readonly endMs: number;
  readonly speaker: string | number;
}

/** Shares of the time that is spoken according to the reference. */
export interface DiarisationError {
  readonly total: number;
  readonly missed: number;
  readonly invented: number;
  readonly confused: number;
  /** Which speaker of the reference each found one is taken for. */
  readonly meant: ReadonlyMap<string | number, string | number>;
}

const STEP_MS = 10;

/**
 * The diarisation error rate of NIST (Rich Transcription evaluation, 2009): missed, invented and confused speech,
 * under the best one-to-one mapping of speakers. Times around each border of the reference do not count.
 * @param collarMs on each side of a border
 */
export function diarisationError(
  reference: readonly SpokenRange[],
  found: readonly SpokenRange[],
  collarMs = 250,
): DiarisationError {
  const endMs = Math.max(0, ...[...reference, ...found].map((range) => range.endMs));
  const counts = Array.from({ length: Math.ceil(endMs / STEP_MS) }, (_, n) => n * STEP_MS)
    .filter((ms) => !isNearBorder(reference, ms, collarMs))
    .map((ms) => [speakersAt(reference, ms), speakersAt(found, ms)] as const);
  const meant = bestMapping(counts);
  let [spoken, missed, invented, confused] = [0, 0, 0, 0];
  for (const [said, heard] of counts) {
    spoken += said.length;
    missed += Math.max(0, said.length - heard.length);
    invented += Math.max(0, heard.length - said.length);
    const right = heard.filter((each) => said.includes(meant.get(each) ?? '')).length;
    confused += Math.min(said.length, heard.length) - right;
  }
  const share = (steps: number) => (spoken === 0 ? 0 : steps / spoken);
  const total = share(missed + invented + confused);
  const shares = { missed: share(missed), invented: share(invented), confused: share(confused) };
  return { total, ...shares, meant };
}

function isNearBorder(ranges: readonly SpokenRange[], ms: number, collarMs: number): boolean {
  return ranges.some(
    ({ startMs, endMs }) => Math.abs(startMs - ms) < collarMs || Math.abs(endMs - ms) < collarMs,
  );
}

function speakersAt(ranges: readonly SpokenRange[], ms: number): readonly (string | number)[] {
  const now = ranges.filter(({ startMs, endMs }) => startMs <= ms && ms < endMs);
  return [...new Set(now.map(({ speaker }) => speaker))];
}

type Steps = readonly (readonly [readonly (string | number)[], readonly (string | number)[]])[];

/** The mapping with most time in common; each found speaker takes each free one, or none, in turn. */
function bestMapping(counts: Steps): ReadonlyMap<string | number, string | number> {
  const common = new Map<string | number, Map<string | number, number>>();
  for (const [said, heard] of counts) {
    for (const each of heard) {
      const row = common.get(each) ?? new Map<string | number, number>();
      for (const one of said) row.set(one, (row.get(one) ?? 0) + 1);
      common.set(each, row);
    }
  }
  const found = [...common.keys()];
  type Choice = readonly [number, ReadonlyMap<string | number, string | number>];
  const best = (n: number, taken: ReadonlySet<string | number>): Choice => {
    const each = found[n];
    if (each === undefined) return [0, new Map()];
    const choices: Choice[] = [best(n + 1, taken)];
    for (const [one, steps] of common.get(each) ?? []) {
      if (taken.has(one)) continue;
      const [sum, rest] = best(n + 1, new Set([...taken, one]));
      choices.push([sum + steps, new Map([...rest, [each, one]])]);
    }
    return choices.reduce((a, b) => (b[0] > a[0] ? b : a));
  };
  return best(0, new Set())[1];
}
