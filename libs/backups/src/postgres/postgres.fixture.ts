import path from 'node:path';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { postgresToolsFolder } from '../../../../test/support/postgres-tools.ts';
import { query } from '../../../../test/support/query.ts';
import type { DatabaseContents } from '../manifest/manifest.ts';
import { readContents } from './contents/database-contents.ts';
import { dumpDatabase } from './dump-database.ts';
import { withSnapshot } from './dump-snapshot.ts';
import { findPrograms, type PostgresPrograms } from './programs/postgres-programs.ts';

/** A signal that nobody aborts. */
export const NEVER = new AbortController().signal;

/** The real programs. */
export function realPrograms(): Promise<PostgresPrograms> {
  return findPrograms({ folder: postgresToolsFolder(), serverVersion: '18.0' });
}

/** Programs that run a shell script instead, in a folder. */
export async function scriptedPrograms(folder: string, script: string): Promise<PostgresPrograms> {
  const bin = path.join(folder, 'scripted');
  const programs = { pgDump: path.join(bin, 'pg_dump'), pgRestore: path.join(bin, 'pg_restore') };
  await mkdir(bin, { recursive: true });
  for (const file of Object.values(programs)) {
    await writeFile(file, `#!/bin/sh\n${script}\n`);
    await chmod(file, 0o755);
  }
  return { ...programs, version: '18.0' };
}

/** What a database holds now. */
export function contentsOf(url: string): Promise<DatabaseContents> {
  return withSnapshot({ url, signal: NEVER }, readContents);
}

/** A dump of a database as it is now, and what it holds. */
export async function wholeDump(
  url: string,
): Promise<{ readonly bytes: Buffer; readonly contents: DatabaseContents }> {
  const programs = await realPrograms();
  return withSnapshot({ url, signal: NEVER }, async (snapshot) => {
    const dump = dumpDatabase(programs, { url, snapshotId: snapshot.id, signal: NEVER });
    const bytes = await buffer(dump.output);
    await dump.done;
    return { bytes, contents: await readContents(snapshot) };
  });
}

/** A stream of bytes in pieces as a file would give them. */
export function streamOf(bytes: Buffer): Readable {
  const pieces = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, index) =>
    bytes.subarray(index * 65_536, (index + 1) * 65_536),
  );
  return Readable.from(pieces, { objectMode: false });
}

/** A stream that gives some bytes, and then nothing, as a store that hangs. */
export function neverEnding(bytes: Buffer): Readable {
  const stream = new Readable({ read: () => undefined });
  stream.push(bytes);
  return stream;
}

/** Rows with a value of every kind that is easily written in more than one way. */
const EVERY_KIND = `
  CREATE TYPE mood AS ENUM ('calm', 'keen');
  CREATE TYPE span AS (low int, high numeric);
  CREATE TABLE every_kind (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    small real, large double precision, exact numeric, amount money, flag boolean,
    words text, bytes bytea, raw json, tree jsonb, day date, moment timestamptz, local timestamp,
    clock timetz, duration interval, list text[], feeling mood, part span, reach int4range,
    address inet, key uuid, lexemes tsvector, bits bit varying, place point,
    doubled int GENERATED ALWAYS AS (length(words) * 2) STORED
  );
  INSERT INTO every_kind (small, large, exact, amount, flag, words, bytes, raw, tree, day, moment,
    local, clock, duration, list, feeling, part, reach, address, key, lexemes, bits, place)
  VALUES
    (0.1, 0.1::float8 + 0.2, 1.10, 12.5, true, E'a "quoted"\\n line\\t, (with) \\\\ ünïcode 🎧', '\\xdeadbeef',
     '{"b": 1,  "a": [1.0]}', '{"b": 1, "a": [1.0, null]}', '2026-03-29', '2026-03-29 02:30:00.123456+02',
     '0044-01-01 BC', '12:00:00+05:30', '1 year -2 days 03:04:05.6', ARRAY['x', NULL, '"'], 'keen',
     (1, 2.50), '[1,5)', '10.0.0.0/8', '0b5e1a3c-0000-4000-8000-000000000000', 'a:1 b:2A', B'0101', '(1.5,-0)'),
    ('NaN', '-Infinity', 'NaN', -1, false, '', '', 'null', 'null', 'infinity', '-infinity', 'epoch',
     '00:00+00', '0', '{}', 'calm', (NULL, NULL), 'empty', '::1', NULL, '', B'', '(0,0)'),
    (-0.0, '-0', 0.000, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
     NULL, NULL, NULL, NULL, NULL, NULL);
  CREATE TABLE twins (word text);
  INSERT INTO twins VALUES ('same'), ('same'), ('other');
  CREATE TABLE nothing_yet (id bigserial, note text);
  CREATE TABLE halves (id int, body text) PARTITION BY RANGE (id);
  CREATE TABLE halves_low PARTITION OF halves FOR VALUES FROM (0) TO (10);
  CREATE TABLE halves_high PARTITION OF halves FOR VALUES FROM (10) TO (100);
  INSERT INTO halves SELECT i, 'body ' || i FROM generate_series(1, 50) i;
  CREATE SCHEMA "Odd schema";
  CREATE TABLE "Odd schema"."Odd ""table""" (words text);
  INSERT INTO "Odd schema"."Odd ""table""" VALUES ('one');
  CREATE SEQUENCE tickets INCREMENT 5;
  SELECT nextval('tickets'), nextval('tickets');`;

/** Adds tables with every kind of value to a database. */
export async function addEveryKind(url: string): Promise<void> {
  await query(url, EVERY_KIND);
}

/** Adds segments with words, as transcripts have them. */
export async function addSegments(url: string, count: number): Promise<void> {
  await query(
    url,
    `CREATE TABLE IF NOT EXISTS many_segments (id text PRIMARY KEY, raw text, words jsonb);
     INSERT INTO many_segments
     SELECT 'seg_' || i, repeat('said again ', 20) || i,
       (SELECT jsonb_agg(jsonb_build_object('text', 'word' || j, 'startMs', j * 250, 'endMs', j * 250 + i))
        FROM generate_series(1, 25) j)
     FROM generate_series(1, ${count}) i`,
  );
}
