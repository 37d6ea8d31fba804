import { runOf, type TestStore } from '../../../store/src/store.fixture.ts';
import { PLAIN_RESULT } from '../../../store/src/summary-result.fixture.ts';

/** A summary whose action items were ticked and removed. */
export async function summarise(store: TestStore, conversationId: string): Promise<void> {
  const { summaries, requestedTasks } = store.repositories;
  const run = runOf(await requestedTasks.create({ type: 'summary', conversationId }, null));
  const work = await summaries.start(run, 'run-1');
  const turnIds = work?.turns.map(({ turnId }) => turnId) ?? [];
  const segments = (work?.turns ?? []).flatMap(({ turnId, segments: starts = [] }) =>
    starts.map(({ segmentId, startMs }) => ({ turnId, segmentId, startMs })),
  );
  const point = { text: 'Launch in *May*', turnIds, segments };
  await summaries.complete(run, {
    revision: work?.revision ?? 0,
    content: {
      ...{ overview: 'It is settled.', keyPoints: [point], decisions: [] },
      actionItems: [
        { ...point, who: 'Ada', when: null },
        { ...point, text: 'Invite everybody', who: null, when: 'by Friday' },
      ],
    },
    ...{ ...PLAIN_RESULT, turnCount: turnIds.length, engine: 'instant', warnings: [] },
  });
  await markItems(store, conversationId);
}

/** Ticks an action item, and removes another one. */
async function markItems(store: TestStore, conversationId: string): Promise<void> {
  const { actionItems } = store.repositories;
  const [first, second] = (await actionItems.list(conversationId)).items;
  await actionItems.mark(conversationId, first?.id ?? '', 'done');
  await actionItems.mark(conversationId, second?.id ?? '', 'removed');
}
