import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { TimeRange, VoiceWindow } from '#contracts/model';
import type { Database, Transaction } from '../../database/database.ts';
import { clips, segments, turns, voiceResults } from '../../schema/index.ts';
import { floatsOf } from './float-bytes.ts';

/** What was heard of the voice of a speaker. */
export interface SpeakerVoice {
  readonly voiceLabel: string;
  readonly clipId: string;
  /** The network that has heard it. */
  readonly engine: string;
  readonly windows: readonly VoiceWindow[];
}

/** Windows of a voice that are read: three minutes of speech tell no less of it than all. */
const MOST_WINDOWS = 200;

/**
 * The voices of speakers of a conversation, as far as they are stored still; those of recordings whose decoded parts were
 * removed are not.
 * @param labels of the voices
 */
export async function voicesOfSpeakers(
  db: Database | Transaction,
  conversationId: string,
  labels: readonly string[],
): Promise<readonly SpeakerVoice[]> {
  if (labels.length === 0) return [];
  const { startMs, endMs } = segments;
  const rows = await db
    .select({
      startMs,
      endMs,
      voiceLabel: turns.voiceLabel,
      clipId: clips.id,
      sha256: clips.sha256,
    })
    .from(segments)
    .innerJoin(turns, eq(turns.id, segments.turnId))
    .innerJoin(clips, eq(clips.id, segments.clipId))
    .where(
      and(
        eq(segments.conversationId, conversationId),
        inArray(turns.voiceLabel, [...labels]),
        isNull(clips.audioRemovedAt),
      ),
    );
  const voices: SpeakerVoice[] = [];
  for (const [clipId, heard] of Map.groupBy(rows, (row) => row.clipId)) {
    const chunks = await chunksOf(db, heard[0]?.sha256 ?? '');
    for (const [voiceLabel, ranges] of Map.groupBy(heard, (row) => row.voiceLabel)) {
      const [latest] = chunks;
      if (latest === undefined || voiceLabel === null) continue;
      const windows = await windowsWithin(db, chunks, ranges);
      voices.push({ voiceLabel, clipId, engine: latest.engine, windows });
    }
  }
  return voices;
}

/** Where windows of a recording are, in the chunks that the latest network has heard. */
interface HeardChunk {
  readonly key: string;
  readonly engine: string;
  readonly windows: readonly TimeRange[];
}

async function chunksOf(
  db: Database | Transaction,
  sha256: string,
): Promise<readonly HeardChunk[]> {
  const { key, engine, windows, createdAt, audioSha256 } = voiceResults;
  const known = await db
    .select({ key, engine, windows })
    .from(voiceResults)
    .where(eq(audioSha256, sha256))
    .orderBy(desc(createdAt), key);
  return known.filter((chunk) => chunk.engine === known[0]?.engine);
}

/** Windows within ranges, of the chunks that have most of them. */
async function windowsWithin(
  db: Database | Transaction,
  chunks: readonly HeardChunk[],
  ranges: readonly TimeRange[],
): Promise<readonly VoiceWindow[]> {
  const ordered = [...ranges].sort((a, b) => a.startMs - b.startMs);
  const own = chunks
    .map(({ key, windows }) => ({ key, indexes: indexesWithin(windows, ordered) }))
    .filter(({ indexes }) => indexes.length > 0)
    .sort((a, b) => b.indexes.length - a.indexes.length);
  const heard: VoiceWindow[] = [];
  for (const { key, indexes } of own) {
    if (heard.length >= MOST_WINDOWS) break;
    heard.push(...(await windowsAt(db, key, indexes)));
  }
  return heard.slice(0, MOST_WINDOWS);
}

/** The indexes of the windows whose middle is in a range. @param ranges in order */
function indexesWithin(
  windows: readonly TimeRange[],
  ranges: readonly TimeRange[],
): readonly number[] {
  return [...windows.keys()].filter((index) => {
    const { startMs, endMs } = windows[index] ?? { startMs: 0, endMs: 0 };
    const middle = (startMs + endMs) / 2;
    return middle < (lastStarted(ranges, middle)?.endMs ?? 0);
  });
}

/** The last range that has started at a moment. @param ranges in order, without overlaps */
function lastStarted(ranges: readonly TimeRange[], atMs: number): TimeRange | undefined {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((ranges[middle]?.startMs ?? Infinity) <= atMs) low = middle + 1;
    else high = middle;
  }
  return ranges[low - 1];
}

async function windowsAt(
  db: Database | Transaction,
  key: string,
  indexes: readonly number[],
): Promise<readonly VoiceWindow[]> {
  const [chunk] = await db.select().from(voiceResults).where(eq(voiceResults.key, key));
  if (chunk === undefined) return [];
  const { windows, embeddings, embeddingSize: size } = chunk;
  return indexes.flatMap((index) => {
    const window = windows[index];
    if (window === undefined) return [];
    return [{ ...window, embedding: floatsOf(embeddings, index * size, (index + 1) * size) }];
  });
}
