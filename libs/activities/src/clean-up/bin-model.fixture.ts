import type { BinKind } from '#contracts/model';
import type { BinRef } from '#store';
import type { TestStore } from '../../../store/src/store.fixture.ts';

/** Something that was made, and what it goes with. */
export interface MadeThing extends BinRef {
  /** What it belongs to. */
  readonly whole: MadeThing | null;
  /** The only clip of an exchange, which takes it along. */
  readonly onlyClip?: BinRef;
}

/** Where the row of something is: in its table, in the bin under an item, or nowhere. */
export type Place = 'table' | 'nowhere' | { readonly item: string };

const TABLES: Readonly<Record<BinKind, string>> = {
  conversation: 'conversations',
  exchange: 'exchanges',
  clip: 'clips',
  memory: 'memories',
  document: 'documents',
  project: 'projects',
};

/** The condition of the events that are about a thing; `$1` is its id. */
const OF_THING: Readonly<Record<BinKind, string>> = {
  conversation: 'conversation_id = $1',
  exchange: `data->>'exchangeId' = $1`,
  clip: `data->>'clipId' = $1`,
  memory: `data->>'memoryId' = $1`,
  document: `data->>'documentId' = $1`,
  project: `data->>'projectId' = $1`,
};

/** Where the change log says that the row of something is. */
export async function placeByLog(store: TestStore, thing: MadeThing): Promise<Place> {
  const { whole, onlyClip } = thing;
  for (const each of [thing, ...(onlyClip ? [onlyClip] : [])]) {
    const last = await lastHappening(store, each);
    if (last === 'deleted') return { item: each.id };
    if (last === 'purged') return 'nowhere';
  }
  return whole === null ? 'table' : placeByLog(store, whole);
}

/** Where its row is. @throws Error when it is in two places */
export async function placeOf(store: TestStore, { kind, id }: BinRef): Promise<Place> {
  const places: Place[] = [];
  if ((await store.count(TABLES[kind], 'id = $1', [id])) > 0) places.push('table');
  const binned = await store.rows(
    `SELECT item_id AS item FROM bin_rows WHERE table_name = $1 AND row->>'id' = $2`,
    [TABLES[kind], id],
  );
  places.push(...binned.map(({ item }) => ({ item: String(item) })));
  if (places.length > 1) throw new Error(`${id} is in several places`);
  return places[0] ?? 'nowhere';
}

async function lastHappening(store: TestStore, { kind, id }: BinRef): Promise<string | undefined> {
  const [event] = await store.rows(
    `SELECT substring(type FROM '[a-z]+$') AS happening FROM events
     WHERE ${OF_THING[kind]} AND type ~ ('^' || $2 || '_(deleted|restored|purged)$')
     ORDER BY sequence DESC LIMIT 1`,
    [id, kind],
  );
  return event && String(event['happening']);
}
