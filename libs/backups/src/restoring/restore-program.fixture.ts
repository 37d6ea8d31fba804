import pg from 'pg';
import { DiskBlobStore } from '#store';
import { PlainSealer } from '../files/plain.sealer.ts';
import { FolderPlace } from '../places/folder.place.ts';
import { restorerOf } from './open-restorer.ts';
import type { RestoreJob } from './restore-run.ts';

/** What the program is told: a restore, and the statement before or after which it dies. */
export interface RestoreOrder {
  readonly job: RestoreJob;
  readonly databaseUrl: string;
  readonly toolsFolder: string | null;
  readonly blobFolder: string;
  readonly placeFolder: string;
  /** A regular expression for the statement. */
  readonly statement: string;
  /** Which of the statements that match, counted from 1. */
  readonly occurrence: number;
  readonly when: 'before' | 'after';
}

/** Dies as if it was killed: nothing is cleaned up. */
function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
}

/** Replaces `query` of every connection by one that dies at a statement. */
function dieAt({ statement, occurrence, when }: RestoreOrder): void {
  const wanted = new RegExp(statement);
  const query: unknown = Reflect.get(pg.Client.prototype, 'query');
  if (typeof query !== 'function') throw new Error('the driver has changed');
  let seen = 0;
  const replaced = function (this: pg.Client, ...args: unknown[]): unknown {
    const matches = wanted.test(textOf(args[0])) && (seen += 1) === occurrence;
    if (matches && when === 'before') return die();
    const answer: unknown = Reflect.apply(query, this, args);
    return matches && answer instanceof Promise ? answer.then(die) : answer;
  };
  Object.assign(pg.Client.prototype, { query: replaced });
}

/** The text of a statement, which is given alone or as part of an object. */
function textOf(given: unknown): string {
  if (typeof given === 'object' && given !== null && 'text' in given) return textOf(given.text);
  return typeof given === 'string' ? given : '';
}

/** Restores a backup in a process of its own, which tells when it has finished. */
async function restore(order: RestoreOrder): Promise<void> {
  const { job, databaseUrl: url, toolsFolder, blobFolder, placeFolder } = order;
  const restorer = restorerOf({
    place: new FolderPlace(placeFolder),
    sealer: new PlainSealer(),
    database: { url, folder: null, toolsFolder },
    blobs: new DiskBlobStore(blobFolder),
    version: '1.2.3',
  });
  const progress = { signal: new AbortController().signal, onBytes: () => undefined };
  await restorer.unpack(job, progress);
  await restorer.protect(job, progress);
  await restorer.switch(job);
  await restorer.confirm(job, () => Promise.resolve());
  process.send?.('finished');
}

process.once('message', (order: RestoreOrder) => {
  dieAt(order);
  void restore(order).finally(() => process.disconnect());
});
process.send?.('ready');
