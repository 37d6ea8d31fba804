import { invalidArchive } from './archive-error.ts';
import type { ArchivedConversation } from './archived-conversation.ts';

/**
 * Checks that what a conversation refers to is in it, and that nothing is in it twice, so that it can
 * be stored.
 * @param path of its file, for the error
 * @throws AppError `import_archive_invalid`
 */
export function requireWhole(read: ArchivedConversation, path: string): void {
  const check = new WholeCheck(path);
  const { conversation, exchanges, turns, clips, segments, versions, summaries, memories } = read;
  check.unique('exchange', exchanges.map(idOf));
  check.unique('turn', turns.map(idOf));
  check.unique('clip', clips.map(idOf));
  check.unique('segment', segments.map(idOf));
  check.unique('version', versions.map(idOf));
  check.unique('summary', summaries.map(idOf));
  check.unique('edit of a summary', read.summaryEdits.map(idOf));
  check.unique('memory', memories.map(idOf));
  for (const { exchangeId } of turns) check.known('exchange', exchangeId);
  for (const { turnId } of clips) check.known('turn', turnId);
  for (const { turnId, clipId } of [...segments, ...versions]) {
    check.known('turn', turnId);
    if (clipId !== null) check.known('clip', clipId);
  }
  requireOncePerPlace(check, read);
  for (const { segmentId } of read.corrections) check.known('segment', segmentId);
  for (const { exchangeId } of memories)
    if (exchangeId !== null) check.known('exchange', exchangeId);
  for (const { conversationId } of [...summaries, ...memories]) {
    if (conversationId !== conversation.id) throw check.fault('names another conversation');
  }
  requireTurns(check, read);
}

/** What the database has once for each place. */
function requireOncePerPlace(
  check: WholeCheck,
  { clips, corrections, versions }: ArchivedConversation,
): void {
  check.unique(
    'recording of a turn',
    clips.map(({ turnId }) => turnId),
  );
  check.unique(
    'correction',
    corrections.map(({ segmentId, position }) => `${segmentId} ${position}`),
  );
  check.unique(
    'version of a turn',
    versions.map(({ turnId, revision }) => `${turnId} ${revision}`),
  );
}

/** An exchange has turns; one with a recording has only the turn of that. */
function requireTurns(check: WholeCheck, { exchanges, turns, clips }: ArchivedConversation): void {
  const turnsOf = Map.groupBy(turns, ({ exchangeId }) => exchangeId);
  const recorded = new Set(clips.map(({ turnId }) => turnId));
  for (const { id } of exchanges) {
    const own = turnsOf.get(id) ?? [];
    const isRecorded = own.some((turn) => recorded.has(turn.id));
    if (own.length === 0 || (isRecorded && own.length > 1)) {
      throw check.fault(`has ${own.length} turns in the exchange ${id}`);
    }
  }
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}

class WholeCheck {
  private readonly ids = new Map<string, ReadonlySet<string>>();

  constructor(private readonly path: string) {}

  fault(what: string): Error {
    return invalidArchive(`The file ${this.path} ${what}.`);
  }

  unique(kind: string, ids: readonly string[]): void {
    const known = new Set(ids);
    if (known.size !== ids.length) throw this.fault(`has a ${kind} twice`);
    this.ids.set(kind, known);
  }

  known(kind: string, id: string): void {
    if (this.ids.get(kind)?.has(id)) return;
    throw this.fault(`refers to the ${kind} ${id}, which it does not have`);
  }
}
