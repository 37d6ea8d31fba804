import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { correctedTo } from '../corrected.fixture.ts';
import { transcribe } from '../heard.fixture.ts';
import { anExchange, newOwner, runOf, TestStore } from '../store.fixture.ts';

/** A conversation of a recording and of three typed exchanges. */
interface Talk {
  readonly id: string;
  readonly ownerId: string;
  readonly clipId: string;
  readonly exchangeIds: readonly string[];
  /** Of the recording, and then of each typed turn. */
  readonly segments: readonly { readonly id: string; readonly raw: string }[];
}

/** Everything of each turn that a summary reads. */
const STATE = `
  SELECT turns.id AS turn, md5(string_agg(concat_ws('|', turns.speaker, turns.created_at, segments.id,
    position, start_ms, end_ms > 0, clip_id, coalesce(edited, corrected, raw)), '~' ORDER BY position)) AS hash
  FROM turns JOIN segments ON segments.turn_id = turns.id
  WHERE turns.conversation_id = $1 GROUP BY turns.id`;

describe('what is stored of the parts of a conversation', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  async function aTalk(): Promise<Talk> {
    const ownerId = newOwner();
    const id = await store.newConversation(ownerId);
    const clip = await store.newTask(id);
    await transcribe(store, clip, ['We meet Kyto', 'on Monday', 'at ten.']);
    const exchangeIds: string[] = [];
    for (const text of ['The hall is small.', 'We ask Kyto.', 'Good.']) {
      exchangeIds.push((await store.repositories.exchanges.add(anExchange(id, text), null)).id);
    }
    const transcript = await store.repositories.transcripts.find(id);
    const segments = (transcript?.turns ?? []).flatMap((turn) => turn.segments);
    return { id, ownerId, clipId: clip.clipId ?? '', exchangeIds, segments };
  }

  const stateOf = async ({ id }: Talk): Promise<ReadonlyMap<string, string>> =>
    new Map(
      (await store.rows(STATE, [id])).map((row) => [String(row['turn']), String(row['hash'])]),
    );

  /** Stores each turn as a part that rests on nothing else, and a reading. */
  async function storeAll({ id }: Talk): Promise<void> {
    await store.rows('DELETE FROM summary_parts WHERE conversation_id = $1', [id]);
    await store.rows(
      `INSERT INTO summary_parts
       SELECT $1, 100, turn, 1, turn, turn, 1, '[]', 1, 1, hash FROM (${STATE}) AS state`,
      [id],
    );
    await store.rows(
      `INSERT INTO summary_readings VALUES ($1, 'reading')
       ON CONFLICT (conversation_id) DO UPDATE SET reading_id = 'reading'`,
      [id],
    );
  }
  const partsOf = async ({ id }: Talk): Promise<ReadonlyMap<string, string>> => {
    const rows = await store.rows('SELECT * FROM summary_parts WHERE conversation_id = $1', [id]);
    return new Map(rows.map((row) => [String(row['first_turn_id']), String(row['text_hash'])]));
  };
  const readings = ({ id }: Talk) => store.count('summary_readings', 'conversation_id = $1', [id]);

  const { edit, correct, replace, applyReplacement } = writers(() => store);
  const nothing = () => Promise.resolve();

  it.each<readonly [string, (talk: Talk) => Promise<void>, (talk: Talk) => Promise<unknown>]>([
    ['a new exchange', (talk) => post(talk, 'And one more.'), nothing],
    ['a person’s edit', (talk) => edit(talk, 3, 'The hall is large.'), nothing],
    ['an edit of a recording', (talk) => edit(talk, 1, 'on Tuesday'), nothing],
    ['the undoing of an edit', (talk) => edit(talk, 4, null), (talk) => edit(talk, 4, 'We ask.')],
    ['a correction', (talk) => correct(talk, 3, 'The hall is smaller.'), nothing],
    ['the undoing of a correction', undoCorrection, (talk) => correct(talk, 3, 'The wall.')],
    ['a replacement', (talk) => applyReplacement(talk, 'apply'), nothing],
    ['the undoing of a replacement', (talk) => applyReplacement(talk, 'undo'), replace],
    ['another name of a speaker', (talk) => rename(talk), nothing],
    ['a passage that somebody else has said', assign, tellVoices],
    ['another transcription', transcribeAgain, nothing],
    ['the deletion of an exchange', deleteExchange, nothing],
    ['the restoring of an exchange', restoreExchange, deleteExchange],
    ['the deletion of a recording', deleteClip, nothing],
    ['the restoring of a recording', restoreClip, deleteClip],
    ['the removal of its words', removeWords, nothing],
    ['another order of segments', (talk) => reorder(talk), nothing],
    ['a change by hand', (talk) => byHand(talk), nothing],
  ])('goes with %s, and only what rests on it', async (_name, write, before) => {
    const talk = await aTalk();
    await before(talk);
    const old = await stateOf(talk);
    await storeAll(talk);
    await write(talk);
    const now = await stateOf(talk);
    const isChanged = (turn: string) => old.get(turn) !== now.get(turn);
    // It has changed something, or this would show nothing.
    expect([...new Set([...old.keys(), ...now.keys()])].some(isChanged)).toBe(true);
    expect(await partsOf(talk)).toEqual(new Map([...old].filter(([turn]) => !isChanged(turn))));
    expect(await readings(talk)).toBe(0);
  });

  it.each<readonly [string, (talk: Talk) => Promise<unknown>]>([
    ['the taking of work', (talk) => store.taken(talk.id, 'correction')],
    ['a correction that finds nothing', (talk) => correct(talk, 3, null)],
    ['an edit to the same text', (talk) => edit(talk, 3, null)],
    ['a change of another conversation', async () => edit(await aTalk(), 3, 'Something else.')],
  ])('stays after %s', async (_name, write) => {
    const talk = await aTalk();
    await storeAll(talk);
    await write(talk);
    expect(await partsOf(talk)).toEqual(await stateOf(talk));
    expect(await readings(talk)).toBe(1);
  });

  it('goes with a conversation that is deleted, and does not come back', async () => {
    const talk = await aTalk();
    await storeAll(talk);
    await store.repositories.bin.delete({ kind: 'conversation', id: talk.id });
    expect(await partsOf(talk)).toEqual(new Map());
    await store.repositories.bin.restore({ kind: 'conversation', id: talk.id });
    expect(await partsOf(talk)).toEqual(new Map());
    expect(await readings(talk)).toBe(0);
  });

  it('goes when something comes before the first part, or between a part and the turn that ended it', async () => {
    const talk = await aTalk();
    const [first, second, third] = [...(await stateOf(talk)).keys()].sort();
    const part = (number: number, from?: string, lookedAt?: string) =>
      store.rows(
        `INSERT INTO summary_parts VALUES ($1, $2, $3, $4, $5, $3, 1, '[]', 1, 1, 'hash')`,
        [talk.id, 100 + number, from, number, lookedAt],
      );
    await part(0, second, second);
    await part(1, second, third);
    await part(2, third, third);
    const numbers = async () =>
      (
        await store.rows(
          'SELECT first_number FROM summary_parts WHERE conversation_id = $1 ORDER BY 1',
          [talk.id],
        )
      ).map((row) => Number(row['first_number']));
    await store.rows(`UPDATE turns SET speaker = 'Lena' WHERE id = $1`, [first]);
    expect(await numbers()).toEqual([1, 2]);
    await store.rows(`UPDATE turns SET speaker = 'Lena' WHERE id = $1`, [third]);
    expect(await numbers()).toEqual([]);
  });

  async function post({ id }: Talk, text: string): Promise<void> {
    await store.repositories.exchanges.add(anExchange(id, text), null);
  }
  async function undoCorrection(talk: Talk): Promise<void> {
    const segmentId = talk.segments[3]?.id ?? '';
    const place = { conversationId: talk.id, segmentId };
    const { changes } = await store.repositories.segmentCorrections.list(place);
    const [change] = changes;
    const { start, end } = { start: change?.startIndex ?? 0, end: change?.endIndex ?? 0 };
    await store.repositories.segmentCorrections.setUndone(place, { start, end }, true);
  }
  async function rename({ id }: Talk): Promise<void> {
    await store.repositories.speakers.decide(id, { from: 'Ada', to: 'Lena', merge: false });
  }
  async function tellVoices({ clipId }: Talk): Promise<void> {
    await store.rows(
      `UPDATE turns SET voice_label = 'Speaker 1'
       WHERE id = (SELECT turn_id FROM clips WHERE id = $1)`,
      [clipId],
    );
  }
  async function assign({ id, segments }: Talk): Promise<void> {
    const segmentIds = [segments[1]?.id ?? ''];
    await store.repositories.speakers.assign(id, { segmentIds, speaker: 'Tom' });
  }
  async function transcribeAgain({ clipId }: Talk): Promise<void> {
    const task = await store.taskOf(clipId);
    await store.repositories.tasks.retry(task.id, { engine: 'other' });
    await transcribe(store, await store.task(task.id), ['We met Kaito.']);
  }
  async function deleteExchange({ exchangeIds }: Talk): Promise<void> {
    await store.repositories.bin.delete({ kind: 'exchange', id: exchangeIds[1] ?? '' });
  }
  async function restoreExchange({ exchangeIds }: Talk): Promise<void> {
    await store.repositories.bin.restore({ kind: 'exchange', id: exchangeIds[1] ?? '' });
  }
  async function deleteClip({ clipId }: Talk): Promise<void> {
    await store.repositories.bin.delete({ kind: 'clip', id: clipId });
  }
  async function restoreClip({ clipId }: Talk): Promise<void> {
    await store.repositories.bin.restore({ kind: 'clip', id: clipId });
  }
  async function removeWords({ id }: Talk): Promise<void> {
    await store.rows('DELETE FROM correction_changes');
    await store.rows('DELETE FROM segments WHERE conversation_id = $1', [id]);
  }
  async function reorder({ segments }: Talk): Promise<void> {
    await store.rows('UPDATE segments SET position = position + 5 WHERE id = $1', [
      segments[0]?.id,
    ]);
  }
  async function byHand({ segments }: Talk): Promise<void> {
    await store.rows(`UPDATE segments SET raw = 'By hand.' WHERE id = $1`, [segments[4]?.id]);
  }
});

/** Writers that several cases use. */
function writers(store: () => TestStore) {
  const edit = async ({ id, segments }: Talk, at: number, text: string | null): Promise<void> => {
    await store().repositories.segments.edit(id, segments[at]?.id ?? '', text);
  };
  const correct = async ({ id, segments }: Talk, at: number, text: string | null) => {
    const run = runOf(await store().taken(id, 'correction'));
    await store().repositories.corrections.start(run, 'run-1');
    const { id: segmentId = '', raw = '' } = segments[at] ?? {};
    const corrections = [correctedTo({ segmentId, raw }, text)];
    await store().repositories.corrections.complete(run, {
      ...{ engine: 'instant', corrections, warnings: [] },
    });
  };
  /** Replaces a word of the second typed turn, as the task of a replacement does. */
  const replace = async ({ id, ownerId, segments }: Talk): Promise<string> => {
    const segment = segments[4];
    const transcript = await store().repositories.transcripts.find(id);
    const turn = transcript?.turns.find((each) =>
      each.segments.some((every) => every.id === segment?.id),
    );
    const created = await store().repositories.replacements.create(
      {
        ...{ scope: { level: 'owner', id: ownerId }, ownerId, term: 'Kaito', forms: ['Kyto'] },
        capitals: false,
        passages: [
          {
            ...{ conversationId: id, turnId: turn?.turnId ?? '', segmentId: segment?.id ?? '' },
            ...{ before: 'We ask Kyto.', after: 'We ask Kaito.' },
          },
        ],
      },
      null,
    );
    const applied = await store().repositories.replacements.apply(created.id);
    if (applied.applied === null) throw new Error('it was not asked for');
    await store().repositories.bulkChangeRuns.apply(applied.applied, segment?.id ?? '');
    return created.id;
  };
  const applyReplacement = async (talk: Talk, what: 'apply' | 'undo'): Promise<void> => {
    if (what === 'apply') {
      await replace(talk);
      return;
    }
    const [row] = await store().rows('SELECT id FROM replacements ORDER BY id DESC LIMIT 1');
    const place = { replacementId: String(row?.['id']), segmentId: talk.segments[4]?.id ?? '' };
    await store().repositories.replacements.undoOne(place);
  };
  return { edit, correct, replace, applyReplacement };
}
