import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { resolveRunAs } from '../../apps/cli/src/postgres/run-as.ts';
import type { ApiClient } from './api-client.ts';
import { temporaryFolder } from './temporary-folder.ts';

const FOLDER = path.resolve(import.meta.dirname, '../earlier-version');

/** What an earlier version said about the data that it has left behind. */
export interface EarlierAnswers {
  /** Ids by what the conversations are for. */
  readonly conversations: Readonly<
    Record<'typed' | 'spoken' | 'unreadable' | 'halfHeard' | 'paused' | 'untold', string>
  >;
  /** Answers by their routes. */
  readonly reads: Readonly<Record<string, unknown>>;
  /** Tasks that had not ended. */
  readonly waiting: readonly Pick<
    Awaited<ReturnType<ApiClient['task']>>,
    'id' | 'type' | 'state' | 'progress'
  >[];
  /** All of them, the oldest first. */
  readonly events: Awaited<ReturnType<ApiClient['eventLog']>>;
}

export function readEarlierAnswers(): EarlierAnswers {
  return JSON.parse(readFileSync(path.join(FOLDER, 'answers.json'), 'utf8')) as EarlierAnswers;
}

/** Unpacks the data folder of an earlier version, as if it had been moved here. */
export async function unpackEarlierData(): Promise<string> {
  const dataFolder = await temporaryFolder('earlier');
  const input = zstdDecompressSync(readFileSync(path.join(FOLDER, 'data.tar.zst')));
  execFileSync('tar', ['-x', '--no-same-owner', '-f', '-', '-C', dataFolder], { input });
  const { user } = resolveRunAs([]);
  const cluster = path.join(dataFolder, 'postgresql');
  if (user !== null) execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, cluster]);
  return dataFolder;
}
