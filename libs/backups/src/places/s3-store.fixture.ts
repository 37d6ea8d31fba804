import { rm } from 'node:fs/promises';
import S3rver from 's3rver';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { FaultyProxy, forwardTo, type SeenRequest } from './faulty-proxy.fixture.ts';
import type { S3Limits } from './s3-client.ts';
import { S3Place } from './s3.place.ts';

/** The credentials that the server knows. */
const KNOWN = 'S3RVER';
const HOUR_MS = 60 * 60_000;

/** An unfinished upload of a {@link TestS3Store}. */
export interface UnfinishedUpload {
  readonly key: string;
  readonly id: string;
  readonly initiated: Date;
}

/**
 * An S3-compatible server on loopback, behind a proxy that can misbehave. The server neither lists nor
 * aborts unfinished uploads; the proxy does, by what it has seen of them.
 */
export class TestS3Store {
  readonly bucket = 'recordings';
  readonly proxy: FaultyProxy;
  private readonly uploads = new Map<string, UnfinishedUpload>();

  private constructor(
    private readonly server: S3rver,
    private readonly folder: string,
    address: string,
  ) {
    const forward = forwardTo(address);
    this.proxy = new FaultyProxy(async (request) => {
      const own = this.answerOf(request);
      if (own !== null) return own;
      const answer = await forward(request);
      this.follow(request, answer.body.toString('latin1'), answer.status);
      return answer;
    });
  }

  static async start(): Promise<TestS3Store> {
    const directory = await temporaryFolder('s3');
    const server = new S3rver({
      ...{ address: '127.0.0.1', port: 0, silent: true, directory },
      configureBuckets: [{ name: 'recordings', configs: [] }],
    });
    const { port } = await server.run();
    return new TestS3Store(server, directory, `http://127.0.0.1:${port}`);
  }

  async stop(): Promise<void> {
    await this.proxy.stop();
    await this.server.close();
    await rm(this.folder, { recursive: true });
  }

  /** Places share the server; each has a prefix of its own. */
  place(endpoint: string, prefix: string, limits: S3Limits, bucket = this.bucket): S3Place {
    const credentials = { accessKeyId: KNOWN, secretAccessKey: KNOWN };
    const s3 = { endpoint, region: 'us-east-1', credentials };
    return new S3Place({ kind: 's3', bucket, prefix, s3 }, limits);
  }

  unfinishedUploads(): readonly UnfinishedUpload[] {
    return [...this.uploads.values()];
  }

  /** An upload of a writer that died so many hours ago. */
  leaveUpload(key: string, hoursAgo: number): void {
    const initiated = new Date(Date.now() - hoursAgo * HOUR_MS);
    const id = `left-${this.uploads.size}`;
    this.uploads.set(id, { key, id, initiated });
  }

  private answerOf({ method, url }: SeenRequest) {
    const id = url.searchParams.get('uploadId');
    if (method === 'DELETE' && id !== null) {
      const status = this.uploads.delete(id) ? 204 : 404;
      return { status, headers: {}, body: Buffer.alloc(0) };
    }
    if (method !== 'GET' || !url.searchParams.has('uploads')) return null;
    const prefix = url.searchParams.get('prefix') ?? '';
    const listed = this.unfinishedUploads().filter(({ key }) => key.startsWith(prefix));
    const headers = { 'content-type': 'application/xml' };
    return { status: 200, headers, body: Buffer.from(listing(listed)) };
  }

  private follow({ method, url }: SeenRequest, body: string, status: number): void {
    if (method !== 'POST' || status !== 200) return;
    const completed = url.searchParams.get('uploadId');
    if (completed !== null) this.uploads.delete(completed);
    const created = /<UploadId>(.+)<\/UploadId>/.exec(body)?.[1];
    if (created === undefined) return;
    const key = url.pathname.slice(`/${this.bucket}/`.length);
    this.uploads.set(created, { key, id: created, initiated: new Date() });
  }
}

function listing(uploads: readonly UnfinishedUpload[]): string {
  const entries = uploads.map(
    ({ key, id, initiated }) =>
      `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${initiated.toISOString()}</Initiated></Upload>`,
  );
  return `<ListMultipartUploadsResult>${entries.join('')}<IsTruncated>false</IsTruncated></ListMultipartUploadsResult>`;
}
