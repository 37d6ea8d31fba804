import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  UploadPartCommand,
  type CompletedPart,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { Part } from './s3-parts.ts';
import { BEFORE_SIGNING, signBytes } from './s3-signed-bytes.ts';

/** A store that hangs must not keep a cancelled backup. What is left then is a leftover. */
const CLEAN_UP_MS = 10_000;

/** The object that is written, as the SDK names it. */
export interface S3Object {
  readonly Bucket: string;
  readonly Key: string;
}

/**
 * Sends the parts of a file: a small file at once, a larger one part by part, where one is sent while
 * the next is filled. The object appears when all of it was received.
 * @param parts at least one
 * @throws the error of `parts`, of the SDK, or the abort reason; nothing is left then but, if the
 *   store is away, an unfinished upload
 */
export async function sendParts(
  client: S3Client,
  object: S3Object,
  parts: AsyncIterable<Part>,
  signal: AbortSignal,
): Promise<void> {
  const upload = new Upload(client, object, signal);
  try {
    for await (const part of parts) await upload.add(part);
    await upload.complete();
  } catch (error) {
    await upload.abort();
    throw error;
  }
}

/** A file on its way. */
class Upload {
  private id: string | null = null;
  private readonly sent: CompletedPart[] = [];
  private sending: Promise<void> = Promise.resolve();

  constructor(
    private readonly client: S3Client,
    private readonly object: S3Object,
    private readonly signal: AbortSignal,
  ) {}

  /** Resolves when the part before was received, so that the next one may be filled. */
  async add(part: Part): Promise<void> {
    const { number, isLast } = part;
    if (number === 1 && isLast) return this.put(part);
    this.id ??= await this.create();
    await this.sending;
    this.sending = this.send(this.id, part);
    // It is awaited later; until then it must not count as unhandled.
    this.sending.catch(() => undefined);
  }

  async complete(): Promise<void> {
    await this.sending;
    if (this.id === null) return;
    const MultipartUpload = { Parts: this.sent };
    const command = { ...this.object, UploadId: this.id, MultipartUpload };
    await this.client.send(new CompleteMultipartUploadCommand(command), this.options());
  }

  /** Removes what was received. What cannot be removed now is a leftover. */
  async abort(): Promise<void> {
    await this.sending.catch(() => undefined);
    if (this.id === null) return;
    const command = new AbortMultipartUploadCommand({ ...this.object, UploadId: this.id });
    const abortSignal = AbortSignal.timeout(CLEAN_UP_MS);
    await this.client.send(command, { abortSignal }).catch(() => undefined);
  }

  private async create(): Promise<string> {
    const command = new CreateMultipartUploadCommand(this.object);
    const { UploadId } = await this.client.send(command, this.options());
    if (UploadId === undefined) throw new Error('the store began no upload');
    return UploadId;
  }

  private async put(part: Part): Promise<void> {
    const command = new PutObjectCommand({ ...this.object, Body: part.bytes });
    command.middlewareStack.add(signBytes(part.sha256), BEFORE_SIGNING);
    await this.client.send(command, this.options());
  }

  private async send(id: string, part: Part): Promise<void> {
    const ofUpload = { ...this.object, UploadId: id, PartNumber: part.number };
    const command = new UploadPartCommand({ ...ofUpload, Body: part.bytes });
    command.middlewareStack.add(signBytes(part.sha256), BEFORE_SIGNING);
    const { ETag } = await this.client.send(command, this.options());
    this.sent.push({ PartNumber: part.number, ...(ETag !== undefined && { ETag }) });
  }

  private options(): { readonly abortSignal: AbortSignal } {
    return { abortSignal: this.signal };
  }
}
