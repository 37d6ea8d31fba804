import type { TaskWarning } from '#contracts/tasks';
import type { DocumentActivities, SoleActivityRun, TaskOutcome } from '#contracts/workflows';
import type { ReadDocument } from '#documents';
import { AppError } from '#platform';
import type { DocumentRecord } from '#store';
import { workflowRunId } from '../shared/activity-run.ts';
import { heartbeatScope } from '../shared/heartbeats.ts';
import type { LanguageDependencies } from '../shared/language/language-dependencies.ts';
import { SKIPPED } from '../shared/skipped.ts';

/** Implements the task type `document_reading`. */
export const documentReading = {
  type: 'document_reading' as const,
  create: (dependencies: LanguageDependencies): Pick<DocumentActivities, 'readDocument'> => ({
    readDocument: (run) => readOne(dependencies, run, heartbeatScope().signal),
  }),
};

async function readOne(
  dependencies: LanguageDependencies,
  run: SoleActivityRun,
  signal: AbortSignal,
): Promise<TaskOutcome> {
  const { documentReading: reading } = dependencies;
  const document = await reading.start(run, workflowRunId());
  if (document === null) return SKIPPED;
  const { format, parts, warnings, truncated } = await contentOf(dependencies, document, signal);
  const all = [...warnings, ...(truncated ? [TRUNCATED] : [])];
  const saved = await reading.complete(run, document, { format, parts, warnings: all });
  return saved ? { kind: 'done', done: parts.length, warnings: all, behind: false } : SKIPPED;
}

/** The document says why it cannot be read, also after its task is gone. */
async function contentOf(
  { blobs, readDocument, documentReading: reading }: LanguageDependencies,
  { id, fileName, sizeBytes, sha256 }: DocumentRecord,
  signal: AbortSignal,
): Promise<ReadDocument> {
  try {
    return await readDocument({ path: await blobs.localPath(sha256), fileName, sizeBytes }, signal);
  } catch (error) {
    if (error instanceof AppError && !error.retryable) await reading.refuse(id, error.code);
    throw error;
  }
}

const TRUNCATED: TaskWarning = {
  code: 'document_truncated',
  message: 'The document is longer than what is read of one, so its end is missing.',
};
