/** Where a conversation was heard last. */
export interface HeardUpTo {
  readonly clipId: string;
  /** Milliseconds from the start of the clip. */
  readonly positionMs: number;
}

/** The conversations that were heard last; the latest is the last. */
export type HeardConversations = readonly (readonly [conversationId: string, upTo: HeardUpTo])[];

/** How many conversations are remembered. */
export const MOST_CONVERSATIONS = 200;

/** Speeds of the player; 1 is as it was recorded. */
export const SPEEDS = [0.75, 1, 1.25, 1.5, 2] as const;

/** Reads what was stored; anything else counts as nothing. */
export function heardIn(stored: string): HeardConversations {
  const all = parsed(stored);
  return Array.isArray(all) ? all.filter(isHeard) : [];
}

/** What is to be stored when a conversation has been heard up to a place. */
export function withHeard(
  known: HeardConversations,
  conversationId: string,
  upTo: HeardUpTo,
): HeardConversations {
  const others = known.filter(([id]) => id !== conversationId);
  const rounded = { ...upTo, positionMs: Math.round(upTo.positionMs) };
  const all: HeardConversations = [...others, [conversationId, rounded]];
  return all.slice(-MOST_CONVERSATIONS);
}

/** The speed that was stored; 1 when it is none. */
export function speedIn(stored: string): number {
  return SPEEDS.find((speed) => String(speed) === stored) ?? 1;
}

function parsed(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    return null;
  }
}

function isHeard(entry: unknown): entry is HeardConversations[number] {
  if (!Array.isArray(entry) || entry.length !== 2 || typeof entry[0] !== 'string') return false;
  const upTo: unknown = entry[1];
  if (typeof upTo !== 'object' || upTo === null) return false;
  if (!('clipId' in upTo) || !('positionMs' in upTo)) return false;
  const { clipId, positionMs } = upTo;
  return typeof clipId === 'string' && Number.isFinite(positionMs) && Number(positionMs) >= 0;
}
