import type { EntryState, HoldReason } from '#contracts/model';
import type { Cluster } from './cluster.ts';
import type { Correction } from './group-statements.ts';

/** What becomes of an entry. Entries are named by their places. */
export interface StateOfEntry {
  readonly state: EntryState;
  readonly held: HoldReason | null;
  readonly supersededBy: number | null;
}

/**
 * The state of each entry. A person's decision prevails; then a later correction, if it counts
 * itself; and what nobody heard clearly or stated for certain is held.
 */
export function statesOf(
  clusters: readonly Cluster[],
  corrections: readonly Correction[],
): readonly StateOfEntry[] {
  const own = clusters.map(ownState);
  const successors = successorsOf(own, corrections);
  return own.map((state, at) => {
    const supersededBy = successors.get(at) ?? null;
    return supersededBy === null ? state : { state: 'superseded', held: null, supersededBy };
  });
}

function ownState(cluster: Cluster): StateOfEntry {
  if (cluster.decided === 'rejected') return { ...COUNTED, state: 'rejected' };
  const held = holdReason(cluster);
  return held === null ? COUNTED : { ...COUNTED, state: 'held', held };
}

const COUNTED: StateOfEntry = { state: 'counted', held: null, supersededBy: null };

function holdReason({ decided, facts }: Cluster): HoldReason | null {
  if (decided === 'confirmed' || decided === 'corrected') return null;
  if (!facts.some(({ clear }) => clear)) return 'unclear';
  return facts.some(({ certainty }) => certainty === 'certain') ? null : 'possible';
}

/**
 * What supersedes each entry. An entry that corrects something later than it was itself corrected
 * holds again, so that no two entries supersede each other.
 */
function successorsOf(
  states: readonly StateOfEntry[],
  corrections: readonly Correction[],
): ReadonlyMap<number, number> {
  const successors = new Map<number, number>();
  for (const { by, of } of corrections) {
    if (by === of || states[by]?.state !== 'counted' || states[of]?.state === 'rejected') continue;
    successors.set(of, by);
    successors.delete(by);
  }
  return successors;
}
