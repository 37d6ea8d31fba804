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
  for (const { turnId } of read.actionItemMarks) check.known('turn', turnId);
  for (const { segmentId } of read.corrections) check.known('segment', segmentId);
  for (const { exchangeId } of memories)
    if (exchangeId !== null) check.known('exchange', exchangeId);
  for (const { conversationId } of [...summaries, ...memories]) {
    if (conversationId !== conversation.id) throw check.fault('names another conversation');
  }
  requireSpeakers(check, read);
  requireTurns(check, read);
}

/** Decisions and named voices are of recordings that are there; a voice has one name. */
function requireSpeakers(
  check: WholeCheck,
  { speakerChanges, voiceProfiles, rejectedNames }: ArchivedConversation,
): void {
  check.unique('decision about a speaker', speakerChanges.map(idOf));
  check.unique('named voice', voiceProfiles.map(idOf));
  check.unique(
    'label of a named voice',
    voiceProfiles.map(({ voiceLabel }) => voiceLabel),
  );
  check.unique(
    'rejected name of a voice',
    rejectedNames.map(({ voiceLabel, name }) => JSON.stringify([voiceLabel, name])),
  );
  for (const { clipId } of [...speakerChanges, ...voiceProfiles])
    if (clipId !== null) check.known('clip', clipId);
}

/** What the database has once for each place. */
function requireOncePerPlace(
  check: WholeCheck,
  { clips, corrections, versions, actionItemMarks }: ArchivedConversation,
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
    'decision about an action item',
    actionItemMarks.map(({ turnId, text }) => `${turnId} ${text}`),
  );
  check.unique(
    'version of a turn',
    versions.map(({ turnId, revision }) => `${turnId} ${revision}`),
  );
}

/**
 * An exchange has turns, and at most one recording, in which all of them are heard: with it they are
 * deleted and restored.
 */
function requireTurns(check: WholeCheck, read: ArchivedConversation): void {
  const { exchanges, turns, clips, segments, versions } = read;
  const exchangeOf = new Map(turns.map(({ id, exchangeId }) => [id, exchangeId]));
  const said = new Set(exchangeOf.values());
  for (const { id } of exchanges) {
    if (!said.has(id)) throw check.fault(`has no turn in the exchange ${id}`);
  }
  const clipOf = new Map<string | undefined, string>();
  for (const { id, turnId } of clips) {
    const exchangeId = exchangeOf.get(turnId);
    if (clipOf.has(exchangeId))
      throw check.fault(`has two recordings in the exchange ${exchangeId}`);
    clipOf.set(exchangeId, id);
  }
  for (const { turnId, clipId } of [...segments, ...versions]) {
    if (clipId === null || clipOf.get(exchangeOf.get(turnId)) === clipId) continue;
    throw check.fault(`has a text of the turn ${turnId} in the recording of others`);
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
