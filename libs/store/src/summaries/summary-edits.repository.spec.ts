import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../database/ids.ts';
import { TestStore } from '../store.fixture.ts';
import { PLAIN_RESULT } from '../summary-result.fixture.ts';

describe('what a person makes of a summary', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const edits = () => store.repositories.summaryEdits;

  /** Says something, and has it summarised. @returns the turns, and the style that was asked for */
  async function summarise(id: string, overview: string) {
    const turns = [{ speaker: 'Ada', text: overview }];
    await store.repositories.exchanges.add({ conversationId: id, turns, narratives: [] }, null);
    const { id: taskId, attempt } = await store.taken(id, 'summary');
    const run = { taskId, attempt };
    const work = await store.repositories.summaries.start(run, 'run-1');
    const turnIds = work?.turns.map(({ turnId }) => turnId) ?? [];
    await store.repositories.summaries.complete(run, {
      ...PLAIN_RESULT,
      ...{ revision: work?.revision ?? 0, engine: 'instant', warnings: [] },
      turnCount: turnIds.length,
      content: {
        overview,
        keyPoints: turnIds.map((turnId) => ({ text: 'So it is.', turnIds: [turnId] })),
        decisions: [],
        actionItems: [{ text: 'Book the hall.', who: 'Ada', when: null, turnIds }],
      },
    });
    return { turnIds, style: work?.style ?? null };
  }
  const summarised = async () => {
    const id = await store.newConversation();
    const { turnIds } = await summarise(id, 'We launch in May.');
    return { id, turnIds };
  };

  it('is shown instead of it, with the parts that were left as they were', async () => {
    const { id } = await summarised();
    const before = await edits().shown(id);
    const after = await edits().edit(id, { overview: 'The launch is in May.' });
    expect(after).toEqual({
      ...before,
      content: { ...before?.content, overview: 'The launch is in May.' },
      editedAt: expect.any(Date) as unknown,
    });
    expect(await edits().shown(id)).toEqual(after);
    expect((await edits().newest(id))?.content.overview).toBe('We launch in May.');
  });

  it('outlasts later summaries, and tells of the newest', async () => {
    const { id } = await summarised();
    await edits().edit(id, { overview: 'The launch is in May.' });
    await summarise(id, 'We launch in June.');
    const shown = await edits().shown(id);
    expect(shown).toMatchObject({
      content: { overview: 'The launch is in May.' },
      current: false,
      newer: { revision: 2 },
    });
    const newest = await edits().newest(id);
    expect(newest?.base).toEqual(shown?.newer);
    expect(newest?.content.overview).toBe('We launch in June.');
  });

  it('can be given up for the newest summary, and stays among the versions', async () => {
    const { id } = await summarised();
    await edits().edit(id, { overview: 'One.' });
    await edits().edit(id, { overview: 'Two.' });
    await summarise(id, 'We launch in June.');
    const taken = await edits().takeNewest(id);
    expect(taken).toMatchObject({
      ...{ content: { overview: 'We launch in June.' }, editedAt: null, newer: null },
    });
    const versions = (await edits().versions(id)).map(({ content }) => content?.overview ?? null);
    expect(versions).toEqual(['One.', 'Two.', null]);
    // Nothing is left to give up.
    expect(await edits().takeNewest(id)).toEqual(taken);
    expect(await edits().versions(id)).toHaveLength(3);
  });

  it('loses none of those who edit at once', async () => {
    const { id } = await summarised();
    const texts = Array.from({ length: 10 }, (_, n) => `Overview ${n}.`);
    await Promise.all(texts.map((overview) => edits().edit(id, { overview })));
    const versions = (await edits().versions(id)).map(({ content }) => content?.overview);
    expect(versions.toSorted()).toEqual(texts.toSorted());
  });

  it('that is the same as before is no edit', async () => {
    const { id } = await summarised();
    const shown = await edits().edit(id, { overview: 'We launch in May.' });
    expect(shown.editedAt).toBeNull();
    expect(await edits().versions(id)).toEqual([]);
  });

  it('decides which action items are listed, and marks of them stay', async () => {
    const { id, turnIds } = await summarised();
    const items = store.repositories.actionItems;
    const [hall] = (await items.list(id)).items;
    await items.mark(id, hall?.id ?? '', 'done');
    await edits().edit(id, {
      actionItems: [
        { text: 'Book the hall.', who: 'Ada', when: null, turnIds },
        { text: 'Order a cake.', who: 'Tom', when: null, turnIds: [] },
      ],
    });
    const listed = await items.list(id);
    expect(listed.items.map(({ text }) => text)).toEqual(['Book the hall.', 'Order a cake.']);
    expect(listed.marks).toMatchObject([{ id: hall?.id, mark: 'done' }]);
    const { marks } = await items.mark(id, listed.items[1]?.id ?? '', 'removed');
    expect(marks).toHaveLength(2);
  });

  it('may cite only turns of its conversation', async () => {
    const { id } = await summarised();
    const foreign = await summarised();
    const cite = (turnIds: readonly string[]) =>
      edits().edit(id, { keyPoints: [{ text: 'So.', turnIds }] });
    await expect(cite(foreign.turnIds)).rejects.toMatchObject({ code: 'not_found' });
    await expect(cite([newId('turn')])).rejects.toMatchObject({ code: 'not_found' });
    expect(await edits().versions(id)).toEqual([]);
  });

  it('goes into the bin with what was said, and comes back with it', async () => {
    const { id } = await summarised();
    await edits().edit(id, { overview: 'The launch is in May.' });
    const [exchange] = await store.rows('SELECT id FROM exchanges WHERE conversation_id = $1', [
      id,
    ]);
    const thing = { kind: 'exchange', id: String(exchange?.['id']) } as const;
    await store.repositories.bin.delete(thing);
    expect(await edits().shown(id)).toBeNull();
    await store.repositories.bin.restore(thing);
    expect((await edits().shown(id))?.content.overview).toBe('The launch is in May.');
  });

  it('never gets into the change log', async () => {
    const { id } = await summarised();
    await edits().edit(id, { overview: 'A secret of Ada.' });
    expect(await store.count('events', `data::text LIKE '%secret%'`)).toBe(0);
    const logged = `type = 'summary_edited' AND conversation_id = $1`;
    expect(await store.count('events', logged, [id])).toBe(1);
  });

  it('needs a conversation and a summary', async () => {
    const id = await store.newConversation();
    const change = { overview: 'So.' };
    await expect(edits().edit(id, change)).rejects.toMatchObject({ code: 'summary_missing' });
    await expect(edits().takeNewest(id)).rejects.toMatchObject({ code: 'summary_missing' });
    const nowhere = newId('conversation');
    await expect(edits().edit(nowhere, change)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is made in the style of the conversation, or else of its project', async () => {
    const { id } = await summarised();
    const { conversations, projects } = store.repositories;
    const conversation = await conversations.find(id);
    const project = await projects.create(
      {
        ...{ ownerId: conversation?.ownerId ?? '', name: 'Launch', currency: 'EUR' },
        ...{ timeZone: 'UTC', refresh: 'manual' },
      },
      null,
    );
    const styleOf = async () => (await summarise(id, 'We launch in June.')).style;
    expect(await styleOf()).toBeNull();
    const brief = { template: 'brief', prompt: null } as const;
    const minutes = { template: 'minutes', prompt: 'Name the risks.' } as const;
    await projects.change(project.id, { summaryStyle: brief });
    await conversations.change(id, { projectId: project.id });
    expect(await styleOf()).toEqual(brief);
    await conversations.change(id, { summaryStyle: minutes });
    expect(await styleOf()).toEqual(minutes);
    await conversations.change(id, { summaryStyle: null });
    expect(await styleOf()).toEqual(brief);
  });
});
