import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aDocument, newProject, takenOfProject } from '../projects.fixture.ts';
import { runOf, TestStore } from '../store.fixture.ts';

const NO_BYTES = () => Promise.resolve();
const CONTENT = {
  format: 'text',
  parts: ['We paid 300.', 'And 20.', 'That is all.'].map((text, index) => ({
    ...{ text, cells: null, place: { line: index + 1 } },
  })),
  warnings: [],
} as const;

describe('documents', () => {
  let store: TestStore;
  let projectId: string;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  beforeEach(async () => {
    projectId = (await newProject(store, { timeZone: 'Pacific/Kiritimati' })).id;
  });
  afterAll(() => store.close());

  const add = (given: Partial<ReturnType<typeof aDocument>> = {}) =>
    store.repositories.documents.add({ ...aDocument(projectId), ...given }, null, NO_BYTES);

  it('are read by a task of their project, part by part', async () => {
    const document = await add();
    const { documents, documentReading } = store.repositories;
    const task = await takenOfProject(store, projectId, 'document_reading');
    expect(task).toMatchObject({ id: document.taskId, settings: { documentId: document.id } });
    await documentReading.start(runOf(task), 'run-1');
    expect(await documentReading.complete(runOf(task), document, CONTENT)).toBe(true);
    expect(await documents.find(projectId, document.id)).toMatchObject({
      ...{ format: 'text', partCount: 3, errorCode: null },
    });
    const parts = await documents.parts(document.id, 0, 10);
    expect(parts.map(({ part, text }) => [part, text])).toEqual([
      [1, 'And 20.'],
      [2, 'That is all.'],
    ]);
  });

  it('are stored once for a repeated request, and only if their bytes are', async () => {
    const { documents } = store.repositories;
    const request = { scope: 'documents', key: `key-${projectId}`, requestHash: 'a' };
    const first = await documents.add(aDocument(projectId), request, NO_BYTES);
    const again = await documents.add(aDocument(projectId), request, NO_BYTES);
    expect(again.id).toBe(first.id);
    const full = () => Promise.reject(new Error('the disk is full'));
    await expect(documents.add(aDocument(projectId), null, full)).rejects.toThrow('full');
    expect((await documents.list(projectId, { limit: 10 })).items).toHaveLength(1);
  });

  it('say why they cannot be read, until they are', async () => {
    const document = await add();
    const { documents, documentReading } = store.repositories;
    await documentReading.refuse(document.id, 'document_empty');
    const found = () => documents.find(projectId, document.id);
    expect(await found()).toMatchObject({ errorCode: 'document_empty', partCount: null });
    const task = await takenOfProject(store, projectId, 'document_reading');
    await documentReading.start(runOf(task), 'run-1');
    await documentReading.complete(runOf(task), document, CONTENT);
    expect(await found()).toMatchObject({ errorCode: null, partCount: 3 });
  });

  it('are not stored by a reading that goes on when they are deleted', async () => {
    const document = await add();
    const { bin, documentReading, tasks } = store.repositories;
    const task = await takenOfProject(store, projectId, 'document_reading');
    await documentReading.start(runOf(task), 'run-1');
    await bin.delete({ kind: 'document', id: document.id });
    expect(await documentReading.complete(runOf(task), document, CONTENT)).toBe(false);
    expect(await tasks.find(task.id)).toBeNull();
    expect(await store.count('document_parts', 'document_id = $1', [document.id])).toBe(0);
  });

  it.each(['document', 'project'] as const)(
    'may be deleted while their parts are being stored, with their %s',
    async (subject) => {
      const document = await add();
      const { bin, documentReading } = store.repositories;
      const run = runOf(await takenOfProject(store, projectId, 'document_reading'));
      await documentReading.start(run, 'run-1');
      const parts = Array.from({ length: 5_000 }, (_, line) => ({
        ...{ text: 'We paid 300.', cells: null, place: { line } },
      }));
      const reading = documentReading.complete(run, document, { ...CONTENT, parts });
      const id = subject === 'document' ? document.id : projectId;
      const removing = bin.delete({ kind: subject, id });
      await Promise.all([reading, removing]);
      expect(await store.count('documents', 'id = $1', [document.id])).toBe(0);
      expect(await store.count('document_parts', 'document_id = $1', [document.id])).toBe(0);
    },
  );
});
