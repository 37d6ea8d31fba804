import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { Readable } from 'node:stream';
import type { BackupPlaceConfig } from '#platform';
import type { BackupPlace, PlacedFile } from './backup-place.port.ts';
import { abortable } from '../streams/joined.ts';
import { fileMissing } from './place-errors.ts';
import { checkedName, checkedPrefix } from './place-names.ts';
import { PlacedReadable } from './placed-readable.ts';
import { s3Clients, S3_LIMITS, type S3Clients, type S3Limits } from './s3-client.ts';
import { isNoSuchFile, s3Error } from './s3-errors.ts';
import { removeOldUploads } from './s3-leftovers.ts';
import { partsOf } from './s3-parts.ts';
import { sendParts, type S3Object } from './s3-upload.ts';

/** Backups as objects of an S3-compatible store, below a prefix of a bucket. */
export class S3Place implements BackupPlace {
  readonly label: string;
  private readonly bucket: string;
  private readonly root: string;
  private readonly clients: S3Clients;

  constructor(
    config: Extract<BackupPlaceConfig, { kind: 's3' }>,
    private readonly limits: S3Limits = S3_LIMITS,
  ) {
    this.bucket = config.bucket;
    this.root = config.prefix === '' ? '' : `${config.prefix}/`;
    this.label = `s3://${config.bucket}/${config.prefix}`;
    this.clients = s3Clients(config.s3, limits);
  }

  async write(name: string, bytes: Readable, signal: AbortSignal): Promise<number> {
    const source = abortable(bytes, signal);
    let sizeBytes = 0;
    try {
      const object = this.objectOf(name);
      const parts = partsOf(source, (count) => (sizeBytes += count));
      await sendParts(this.clients.requests, object, parts, signal);
      return sizeBytes;
    } catch (error) {
      signal.throwIfAborted();
      throw error === source.errored ? error : s3Error(this.label, error);
    } finally {
      source.destroy();
    }
  }

  async read(name: string): Promise<Readable> {
    const command = new GetObjectCommand(this.objectOf(name));
    const toError = (error: unknown) => s3Error(this.label, error);
    try {
      const { Body, ContentLength: sizeBytes = null } = await this.clients.reads.send(command);
      if (!(Body instanceof Readable)) throw new Error('it answers without a body');
      return new PlacedReadable(Body, { sizeBytes, stallMs: this.limits.stallMs, toError });
    } catch (error) {
      throw isNoSuchFile(error) ? fileMissing(this.label, name) : toError(error);
    }
  }

  async sizeOf(name: string): Promise<number | null> {
    const command = new HeadObjectCommand(this.objectOf(name));
    try {
      return (await this.clients.requests.send(command)).ContentLength ?? 0;
    } catch (error) {
      if (!isNoSuchFile(error)) throw s3Error(this.label, error);
      // A HEAD has no body that would tell a missing bucket from a missing file.
      await this.assertBucket();
      return null;
    }
  }

  async *list(prefix: string): AsyncIterable<PlacedFile> {
    const input = { Bucket: this.bucket, Prefix: `${this.root}${checkedPrefix(prefix)}` };
    try {
      for await (const page of paginateListObjectsV2({ client: this.clients.requests }, input)) {
        for (const { Key = '', Size = 0 } of page.Contents ?? []) {
          yield { name: Key.slice(this.root.length), sizeBytes: Size };
        }
      }
    } catch (error) {
      throw s3Error(this.label, error);
    }
  }

  async remove(name: string): Promise<void> {
    await this.named(this.clients.requests.send(new DeleteObjectCommand(this.objectOf(name))));
  }

  async removeLeftovers(): Promise<void> {
    await this.named(removeOldUploads(this.clients.requests, this.bucket, this.root));
  }

  /** It is not known how much a store holds. */
  async freeBytes(): Promise<null> {
    return null;
  }

  private async assertBucket(): Promise<void> {
    for await (const _file of this.list('')) return;
  }

  private objectOf(name: string): S3Object {
    return { Bucket: this.bucket, Key: `${this.root}${checkedName(name)}` };
  }

  private async named(work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      throw s3Error(this.label, error);
    }
  }
}
