import { computed, reactive, shallowRef, type ComputedRef, type Ref } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import { EMPTY_FILE, ProblemError, problemOfError, type PageProblem } from '../api/problem.ts';
import { uploadClip } from '../api/upload-clip.ts';
import { titleOfFile } from '../logic/file-title.ts';
import { randomKey } from '../logic/random-key.ts';

/** A file that a person gave to the page and that is not with the gateway yet. */
export interface Upload {
  readonly key: string;
  readonly file: File;
  readonly speaker: string;
  /** Null until the conversation for it is made. */
  conversationId: string | null;
  state: 'waiting' | 'sending' | 'failed';
  sentBytes: number;
  problem: PageProblem | null;
}

/** Where the last finished upload went. */
export interface FinishedUpload {
  readonly conversationId: string;
  readonly fileName: string;
}

/** What a person wants to upload. */
export interface UploadRequest {
  readonly file: File;
  readonly speaker?: string;
  /** A new conversation, named after the file, when left out. */
  readonly conversationId?: string;
}

// One queue for the whole page, so that uploads go on while a person looks around.
const uploads = reactive<Upload[]>([]);
const aborts = new Map<string, AbortController>();
const finished = shallowRef<FinishedUpload | null>(null);
let working = false;

async function conversationOf(upload: Upload): Promise<string> {
  if (upload.conversationId !== null) return upload.conversationId;
  const body = { title: titleOfFile(upload.file.name) };
  const headers = { 'Idempotency-Key': `${upload.key}-conversation` };
  const made = await bodyOf(api.POST('/conversations', { body, headers }));
  upload.conversationId = made.id;
  return made.id;
}

async function send(upload: Upload, signal: AbortSignal): Promise<void> {
  if (upload.file.size === 0) throw new ProblemError(EMPTY_FILE);
  const conversationId = await conversationOf(upload);
  const onSentBytes = (sentBytes: number) => {
    upload.sentBytes = Math.min(sentBytes, upload.file.size);
  };
  const { file, speaker, key } = upload;
  await uploadClip({ conversationId, file, speaker, idempotencyKey: key, onSentBytes, signal });
  finished.value = { conversationId, fileName: file.name };
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

/** Sends one file after the other: each is with the gateway as early as it can be. */
async function work(): Promise<void> {
  if (working) return;
  working = true;
  for (let next = firstWaiting(); next !== undefined; next = firstWaiting()) await attempt(next);
  working = false;
}

function firstWaiting(): Upload | undefined {
  return uploads.find((upload) => upload.state === 'waiting');
}

function add({ file, speaker = '', conversationId }: UploadRequest): void {
  const target = conversationId ?? null;
  const state = 'waiting';
  const key = randomKey();
  uploads.push({ key, file, speaker, conversationId: target, state, sentBytes: 0, problem: null });
  void work();
}

function retry(upload: Upload): void {
  upload.state = 'waiting';
  void work();
}

/** Takes an upload off the list, and stops it when it is under way. */
function remove(upload: Upload): void {
  const position = uploads.findIndex(({ key }) => key === upload.key);
  if (position >= 0) uploads.splice(position, 1);
  aborts.get(upload.key)?.abort();
}

/** The page's uploads. */
export interface Uploads {
  readonly uploads: readonly Upload[];
  readonly finished: Readonly<Ref<FinishedUpload | null>>;
  /** Whether leaving the page would break something off. */
  readonly unfinished: ComputedRef<boolean>;
  readonly add: (request: UploadRequest) => void;
  readonly retry: (upload: Upload) => void;
  readonly remove: (upload: Upload) => void;
}

export function useUploads(): Uploads {
  const unfinished = computed(() => uploads.some((upload) => upload.state !== 'failed'));
  return { uploads, finished, unfinished, add, retry, remove };
}
