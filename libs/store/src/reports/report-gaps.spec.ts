import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MOST_GAPS, type DroppedDraft } from '#contracts/model';
import { inTransaction } from '../database/transaction.ts';
import { aDocument, aReading, newProject } from '../projects.fixture.ts';
import { TestStore } from '../store.fixture.ts';
import { storedMaterial } from './stored-material.ts';

describe('what a report lacks', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  /** A project with a document. */
  const aSource = async () => {
    const { id: projectId } = await newProject(store);
    const { documents } = store.repositories;
    const { id: documentId, fileName } = await documents.add(aDocument(projectId), null, () =>
      Promise.resolve(),
    );
    return { projectId, documentId, fileName };
  };
  const countsOf = async (projectId: string) => {
    const read = inTransaction(store.database.db, (tx) =>
      storedMaterial(tx, projectId, 'financial'),
    );
    return (await read).counts;
  };
  const dropped = (documentId: string, row: number): DroppedDraft => ({
    reason: 'value_not_in_quote',
    at: { kind: 'written', documentId, place: { row } },
  });

  it('is named with its source and place, but not without end', async () => {
    const { projectId, documentId, fileName } = await aSource();
    const leftOut = Array.from({ length: MOST_GAPS + 5 }, (_, row) => dropped(documentId, row));
    const reading = aReading(projectId, documentId, { leftOut });
    await store.repositories.reportRuns.keepReading(reading);
    const { gaps } = await countsOf(projectId);
    expect(gaps?.sources).toEqual([]);
    expect(gaps?.statements).toHaveLength(MOST_GAPS);
    expect(gaps?.statements[3]).toEqual({ ...dropped(documentId, 3), sourceName: fileName });
  });

  it('names documents that could not be read, and sources that the agent could not', async () => {
    const { projectId, documentId, fileName } = await aSource();
    await store.rows(`UPDATE documents SET error_code = 'document_encrypted' WHERE id = $1`, [
      documentId,
    ]);
    const given = { ownerId: 'ada', title: 'Costs', tags: [], projectId };
    const { id } = await store.repositories.conversations.create(given, null);
    const failed = { facts: null, errorCode: 'language_engine_refused' } as const;
    await store.repositories.reportRuns.keepReading(aReading(projectId, id, failed));
    const { sourcesFailed, gaps } = await countsOf(projectId);
    expect(sourcesFailed).toBe(2);
    expect(gaps?.sources).toEqual([
      { id, name: 'Costs', errorCode: 'language_engine_refused' },
      { id: documentId, name: fileName, errorCode: 'document_encrypted' },
    ]);
  });
});
