import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readDocument } from '#documents';
import { AppError } from '#platform';
import type { DocumentRecord } from '#store';
import { TestProject } from '../agent-report/reports.fixture.ts';
import { TestWorker } from '../worker.fixture.ts';

const CSV = 'Item,Amount,Paid on\nVenue,"€12,000.00",2026-11-03\nBand,€900,2026-11-05\n';
const LIMITS = {
  ...{ timeoutMs: 60_000, memoryMebibytes: 256, maxParts: 1_000, maxCharacters: 100_000 },
};

let worker: TestWorker;
let project: TestProject;
beforeAll(async () => {
  worker = await TestWorker.open();
});
beforeEach(async () => {
  worker.reset();
  worker.readDocument = (file, signal) => readDocument(file, LIMITS, signal);
  project = await TestProject.create(worker);
});
afterAll(() => worker.close());

/** Adds a document. @returns it, and what reads it */
async function add(fileName: string, content: string) {
  const { sha256, sizeBytes } = await worker.keepFile(Buffer.from(content));
  const given = { projectId: project.id, fileName, sizeBytes, sha256, writtenOn: null };
  const { documents } = worker.repositories;
  const document = await documents.add(given, null, () => Promise.resolve());
  const run = { taskId: document.taskId, attempt: 1, endsIn: 'extract' } as const;
  return { document, run, read: () => worker.run((all) => all.readDocument(run)) };
}

const found = ({ id }: DocumentRecord) => worker.repositories.documents.find(project.id, id);

describe('a document', () => {
  it('is read, and a report cites the cells of its amounts', async () => {
    const { document, read } = await add('costs.csv', CSV);
    expect(await read()).toMatchObject({ kind: 'done', warnings: [] });
    expect(await found(document)).toMatchObject({ format: 'csv', errorCode: null });
    await project.report();
    expect((await project.content()).entries).toMatchObject([
      { type: 'expense', value: { amount: expect.stringMatching(/^12000/), currency: 'EUR' } },
      { type: 'expense', value: { amount: expect.stringMatching(/^900/) } },
    ]);
    const [venue] = await project.facts();
    expect(venue?.citation).toMatchObject({
      ...{ kind: 'written', documentId: document.id, column: 'Amount' },
    });
  });

  it('says why it cannot be read, and its task fails for good', async () => {
    const { document, run, read } = await add('scan.pdf', '%PDF-1.7\nnothing that can be read');
    await expect(read()).rejects.toMatchObject({ nonRetryable: true });
    const { errorCode, partCount } = await found(document);
    expect(errorCode).toMatch(/^document_/);
    expect(partCount).toBeNull();
    expect(await worker.task(run)).toMatchObject({ state: 'failed', error: { code: errorCode } });
  });

  it('is tried again when the process that reads it has failed', async () => {
    const { document, run, read } = await add('costs.csv', CSV);
    worker.readDocument = () => {
      throw new AppError('document_reading_failed', 'It was killed.');
    };
    await expect(read()).rejects.toMatchObject({ nonRetryable: false });
    expect(await found(document)).toMatchObject({ errorCode: null });
    worker.readDocument = (file, signal) => readDocument(file, LIMITS, signal);
    await read();
    expect(await worker.task(run)).toMatchObject({ state: 'completed' });
  });

  it('has a warning when its end was cut off', async () => {
    worker.readDocument = (file, signal) => readDocument(file, { ...LIMITS, maxParts: 2 }, signal);
    const { run, read } = await add('costs.csv', CSV);
    await read();
    expect(await worker.task(run)).toMatchObject({ warnings: [{ code: 'document_truncated' }] });
  });
});
