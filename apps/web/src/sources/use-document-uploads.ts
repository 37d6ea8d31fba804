import { reactive, type DeepReadonly } from 'vue';
import type { PageProblem } from '../api/problem.ts';
import { problemOfError } from '../api/problem.ts';
import { uploadDocument } from '../api/upload-document.ts';
import { randomKey } from '../shared/random-key.ts';

/** An upload that runs or has failed. */
interface Upload {
  readonly key: string;
  readonly file: File;
  readonly writtenOn: string;
  problem: PageProblem | null;
}

/** Uploads of documents to a project, one after another. */
export interface DocumentUploads {
  readonly uploads: DeepReadonly<Upload[]>;
  readonly add: (files: readonly File[], writtenOn: string) => void;
  readonly retry: (key: string) => void;
  readonly dismiss: (key: string) => void;
}

/**
 * @param projectId - The project; must not change while the component lives.
 * @param onDone - Called after each upload.
 */
export function useDocumentUploads(projectId: string, onDone: () => void): DocumentUploads {
  const uploads: Upload[] = reactive([]);
  let queue: Promise<void> = Promise.resolve();
  const dismiss = (key: string) => {
    const index = uploads.findIndex((upload) => upload.key === key);
    if (index >= 0) uploads.splice(index, 1);
  };
  const send = async (key: string) => {
    const upload = uploads.find((each) => each.key === key);
    if (upload === undefined) return;
    upload.problem = null;
    try {
      await uploadDocument({ ...upload, projectId, idempotencyKey: key });
      dismiss(key);
      onDone();
    } catch (error) {
      upload.problem = problemOfError(error);
    }
  };
  const enqueue = (key: string) => {
    queue = queue.then(() => send(key));
  };
  const add = (files: readonly File[], writtenOn: string) => {
    for (const file of files) {
      const key = randomKey();
      uploads.push({ key, file, writtenOn, problem: null });
      enqueue(key);
    }
  };
  return { uploads, add, retry: enqueue, dismiss };
}
