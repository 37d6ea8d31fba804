import { computed, reactive, shallowRef, type ComputedRef, type Ref } from 'vue';
import { EMPTY_FILE, ProblemError, problemOfError, type PageProblem } from '../api/problem.ts';
import { uploadClip } from '../api/upload-clip.ts';
import { titleOfFile } from './file-title.ts';
import { NO_CHOICES, type UploadChoices } from './upload-choices.ts';
import { randomKey } from '../shared/random-key.ts';

/** A file that has not been uploaded completely. */
export interface Upload {
  readonly key: string;
  readonly file: File;
  readonly speaker: string;
  readonly choices: Readonly<UploadChoices>;
  /** Null for a new one, which is there only when the upload is complete. */
  readonly conversationId: string | null;
  state: 'waiting' | 'sending' | 'failed';
  sentBytes: number;
  problem: PageProblem | null;
}

/** The last finished upload. */
export interface FinishedUpload {
  readonly conversationId: string;
  readonly fileName: string;
}

/** A file to upload. */
export interface UploadRequest {
  readonly file: File;
  readonly speaker?: string;
  /** How it is transcribed; as usual if omitted. */
  readonly choices?: Readonly<UploadChoices>;
  /** If omitted, a new conversation is created and named after the file. */
  readonly conversationId?: string;
}

// One queue for all views, so that uploads continue when the view changes.
const uploads = reactive<Upload[]>([]);
const aborts = new Map<string, AbortController>();
const finished = shallowRef<FinishedUpload | null>(null);
let working = false;

async function send(upload: Upload, signal: AbortSignal): Promise<void> {
  if (upload.file.size === 0) throw new ProblemError(EMPTY_FILE);
  const onSentBytes = (sentBytes: number) => {
    upload.sentBytes = Math.min(sentBytes, upload.file.size);
  };
  const { conversationId, file, speaker, choices, key } = upload;
  const title = titleOfFile(file.name);
  const target = { conversationId, title, file, speaker, choices, idempotencyKey: key };
  const { clip } = await uploadClip({ ...target, onSentBytes, signal });
  finished.value = { conversationId: clip.conversationId, fileName: file.name };
  remove(upload);
}

async function attempt(upload: Upload): Promise<void> {
  const abort = new AbortController();
  aborts.set(upload.key, abort);
  Object.assign(upload, { state: 'sending', sentBytes: 0, problem: null });
  try {
    await send(upload, abort.signal);
  } catch (error) {
    Object.assign(upload, { state: 'failed', problem: problemOfError(error) });
  } finally {
    aborts.delete(upload.key);
  }
}

/** Uploads one file at a time, so that each arrives as early as possible. */
async function work(): Promise<void> {
  if (working) return;
  working = true;
  for (let next = firstWaiting(); next !== undefined; next = firstWaiting()) await attempt(next);
  working = false;
}

function firstWaiting(): Upload | undefined {
  return uploads.find((upload) => upload.state === 'waiting');
}

function add({ file, speaker = '', choices = NO_CHOICES, conversationId }: UploadRequest): void {
  uploads.push({
    ...{ key: randomKey(), file, speaker, conversationId: conversationId ?? null },
    // What is chosen for the next one does not change this one.
    choices: { ...choices },
    ...{ state: 'waiting', sentBytes: 0, problem: null },
  });
  void work();
}

function retry(upload: Upload): void {
  upload.state = 'waiting';
  void work();
}

/** Removes an upload from the list, and aborts it if it is in progress. */
function remove(upload: Upload): void {
  const position = uploads.findIndex(({ key }) => key === upload.key);
  if (position >= 0) uploads.splice(position, 1);
  aborts.get(upload.key)?.abort();
}

/** The uploads of the page. */
export interface Uploads {
  readonly uploads: readonly Upload[];
  readonly finished: Readonly<Ref<FinishedUpload | null>>;
  /** Whether leaving the page would interrupt an upload. */
  readonly unfinished: ComputedRef<boolean>;
  readonly add: (request: UploadRequest) => void;
  readonly retry: (upload: Upload) => void;
  readonly remove: (upload: Upload) => void;
}

export function useUploads(): Uploads {
  const unfinished = computed(() => uploads.some((upload) => upload.state !== 'failed'));
  return { uploads, finished, unfinished, add, retry, remove };
}
