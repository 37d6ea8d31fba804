import {
  AbortMultipartUploadCommand,
  ListMultipartUploadsCommand,
  type MultipartUpload,
  type S3Client,
} from '@aws-sdk/client-s3';
import { isNoSuchFile, isNotOffered } from './s3-errors.ts';

/**
 * An upload that began so long ago is left by a writer that died: 1 TB takes a day at 100 Mbit/s. The
 * parts of an unfinished upload are never listed as files; they only cost space.
 */
const LEFTOVER_AGE_MS = 3 * 24 * 60 * 60_000;

/** Removes unfinished uploads below a prefix whose writers have died, if the store lists them. */
export async function removeOldUploads(
  client: S3Client,
  bucket: string,
  prefix: string,
): Promise<void> {
  for await (const { Key, UploadId, Initiated } of uploadsOf(client, bucket, prefix)) {
    const isOld = Initiated !== undefined && Date.now() - Initiated.getTime() > LEFTOVER_AGE_MS;
    // Some stores take the prefix for the whole key, or ignore it.
    if (!isOld || !Key?.startsWith(prefix)) continue;
    await abort(client, { Bucket: bucket, Key, UploadId });
  }
}

async function abort(
  client: S3Client,
  upload: ConstructorParameters<typeof AbortMultipartUploadCommand>[0],
): Promise<void> {
  try {
    await client.send(new AbortMultipartUploadCommand(upload));
  } catch (error) {
    // It was completed or removed in the meantime.
    if (!isNoSuchFile(error)) throw error;
  }
}

async function* uploadsOf(
  client: S3Client,
  bucket: string,
  prefix: string,
): AsyncGenerator<MultipartUpload, void> {
  let markers: { KeyMarker?: string; UploadIdMarker?: string } | null = {};
  while (markers !== null) {
    const page = await pageOf(client, { Bucket: bucket, Prefix: prefix, ...markers });
    if (page === null) return;
    yield* page.Uploads ?? [];
    const { NextKeyMarker, NextUploadIdMarker } = page;
    const isMore = page.IsTruncated === true && NextKeyMarker !== undefined;
    markers = !isMore
      ? null
      : {
          KeyMarker: NextKeyMarker,
          ...(NextUploadIdMarker !== undefined && { UploadIdMarker: NextUploadIdMarker }),
        };
  }
}

async function pageOf(
  client: S3Client,
  input: ConstructorParameters<typeof ListMultipartUploadsCommand>[0],
) {
  try {
    return await client.send(new ListMultipartUploadsCommand(input));
  } catch (error) {
    // A store that does not list them removes them itself.
    if (isNotOffered(error)) return null;
    throw error;
  }
}
