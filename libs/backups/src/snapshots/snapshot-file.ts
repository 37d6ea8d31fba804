import { decodeTime } from 'ulid';
import { z } from 'zod';
import { REPLAY_FORMAT } from '#domain';

/** A snapshot in the folder. */
export interface Snapshot {
  readonly id: string;
  /** Number of the last event that it contains. */
  readonly eventNumber: number;
  readonly takenAt: Date;
  readonly sizeBytes: number;
  /** Name of its file, which contains the hash of its bytes. */
  readonly fileName: string;
}

/** The first line of a snapshot. */
const headerSchema = z.object({
  format: z.number().int(),
  id: z.string(),
  eventNumber: z.number().int(),
  /** Its last event: identifies the log that it belongs to. `null` when there was no event. */
  mark: z.object({ sequence: z.number().int(), idempotencyKey: z.string() }).nullable(),
});
export type SnapshotHeader = z.output<typeof headerSchema>;

/** The last line of a snapshot. */
const trailerSchema = z.object({ rows: z.number().int(), contentHash: z.string() });
export type SnapshotTrailer = z.output<typeof trailerSchema>;

/** Why a snapshot is not used. */
export type SnapshotFault =
  /** Its bytes are not those that were written. */
  | 'damaged'
  /** It was taken by a version that replays differently. */
  | 'outdated'
  /** It belongs to another log: to another database, or to what a restore has replaced. */
  | 'foreign'
  /** It is whole, but not what the log says. */
  | 'wrong'
  /** It was removed meanwhile. */
  | 'gone';

/** A snapshot cannot be used. */
export class SnapshotFaultError extends Error {
  override readonly name = 'SnapshotFaultError';

  constructor(
    readonly fault: SnapshotFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const FILE_NAME = /^(\d{12,})-(snp_([0-9a-hjkmnp-tv-z]{26}))-([0-9a-f]{64})\.jsonl\.zst$/;

/** The name of the file of a snapshot. @param sha256 hash of its bytes */
export function fileNameOf(eventNumber: number, id: string, sha256: string): string {
  return `${String(eventNumber).padStart(12, '0')}-${id}-${sha256}.jsonl.zst`;
}

/** What the name of a file says; `null` when it is no snapshot. */
export function parseFileName(fileName: string) {
  const [, eventNumber, id, ulid, sha256] = FILE_NAME.exec(fileName) ?? [];
  if (id === undefined || ulid === undefined || sha256 === undefined) return null;
  const takenAt = new Date(decodeTime(ulid.toUpperCase()));
  return { id, eventNumber: Number(eventNumber), takenAt, sha256 };
}

/** @throws SnapshotFaultError when the line is no header, or one of another format */
export function parseHeader(line: string): SnapshotHeader {
  const header = headerSchema.safeParse(parseJson(line)).data;
  if (!header) throw new SnapshotFaultError('damaged', 'It has no header.');
  if (header.format === REPLAY_FORMAT) return header;
  throw new SnapshotFaultError('outdated', `It has the format ${header.format}.`);
}

/** @throws SnapshotFaultError when the line is no trailer */
export function parseTrailer(line: string): SnapshotTrailer {
  const trailer = trailerSchema.safeParse(parseJson(line)).data;
  if (trailer) return trailer;
  throw new SnapshotFaultError('damaged', 'It has no end.');
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
