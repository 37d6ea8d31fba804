import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { freePorts } from '../../../../test/support/free-port.ts';
import type { BackupPlace } from './backup-place.port.ts';
import type { Fault, SeenRequest } from './faulty-proxy.fixture.ts';
import { TestS3Store } from './s3-store.fixture.ts';

const MEBIBYTE = 1024 * 1024;
const PATIENT = { tries: 2, connectMs: 5_000, stallMs: 10_000 };
const IMPATIENT = { tries: 1, connectMs: 200, stallMs: 200 };

describe('an S3 store that misbehaves', () => {
  const { signal } = new AbortController();
  let store: TestS3Store;
  let endpoint: string;
  let place: BackupPlace;
  let made = 0;

  beforeAll(async () => {
    store = await TestS3Store.start();
    endpoint = await store.proxy.start();
  });
  afterAll(() => store.stop());
  beforeEach(() => {
    place = placeWith(PATIENT);
  });
  afterEach(() => {
    store.proxy.fault = () => null;
    store.proxy.seen.length = 0;
  });

  const placeWith = (limits: typeof PATIENT) =>
    store.place(endpoint, `afterword/${(made += 1)}`, limits);

  const writeBytes = (sizeBytes: number, to = place) =>
    to.write('file', Readable.from(chunksOf(sizeBytes)), signal);

  const always = (fault: Fault) => () => fault;
  const partsAfterFirst = (fault: Fault) => (request: SeenRequest) =>
    Number(request.url.searchParams.get('partNumber')) > 1 ? fault : null;

  async function expectNothingLeft(): Promise<void> {
    store.proxy.fault = () => null;
    expect(await Array.fromAsync(place.list(''))).toEqual([]);
    expect(store.unfinishedUploads()).toEqual([]);
  }

  it.each<[string, Fault, string, RegExp]>([
    ['fails', answers(500, 'InternalError'), 'backup_place_unavailable', /answers 500/],
    ['is overloaded', answers(503, 'SlowDown'), 'backup_place_unavailable', /503 \(SlowDown\)/],
    [
      'denies access',
      answers(403, 'AccessDenied'),
      'backup_place_unavailable',
      /refuses the credentials \(AccessDenied\)/,
    ],
    ['knows no such key', answers(401, 'Unauthorized'), 'backup_place_unavailable', /refuses/],
    [
      'has lost the bucket',
      answers(404, 'NoSuchBucket'),
      'backup_place_unavailable',
      /no such bucket/,
    ],
    ['is full', answers(507, 'XMinioStorageFull'), 'backup_place_full', /no space left/],
    ['has a quota', answers(403, 'QuotaExceeded'), 'backup_place_full', /no space left/],
    ['hangs up', { kind: 'hangsUp' }, 'backup_place_unavailable', /broke off|hang up/],
  ])('names what is wrong when it %s', async (_how, fault, code, message) => {
    store.proxy.fault = always(fault);
    const outcome = { code, message: expect.stringMatching(message) };
    await expect(writeBytes(3)).rejects.toMatchObject(outcome);
    await expect(Array.fromAsync(place.list(''))).rejects.toMatchObject(outcome);
    await expect(place.remove('file')).rejects.toMatchObject(outcome);
    await expect(place.read('file')).rejects.toMatchObject(outcome);
    await expectNothingLeft();
  });

  it.each<[string, Fault, string]>([
    ['fails', answers(500, 'InternalError'), 'backup_place_unavailable'],
    ['is full', answers(507, 'InsufficientStorage'), 'backup_place_full'],
    ['hangs up', { kind: 'hangsUp' }, 'backup_place_unavailable'],
  ])('leaves no parts when it %s in the middle of a file', async (_how, fault, code) => {
    store.proxy.fault = partsAfterFirst(fault);
    await expect(writeBytes(40 * MEBIBYTE)).rejects.toMatchObject({ code });
    await expectNothingLeft();
  });

  it('is tried again when it fails for a moment', async () => {
    let failures = 1;
    store.proxy.fault = () => (failures-- > 0 ? answers(503, 'SlowDown') : null);
    expect(await writeBytes(3)).toBe(3);
  });

  it.each(['read', 'write', 'sizeOf'] as const)('%s does not wait for ever', async (method) => {
    const impatient = placeWith(IMPATIENT);
    await writeBytes(3, impatient);
    store.proxy.fault = always({ kind: 'hangs' });
    const work = method === 'write' ? writeBytes(3, impatient) : impatient[method]('file');
    await expect(work).rejects.toMatchObject({
      code: 'backup_place_unavailable',
      message: expect.stringContaining('does not answer in time'),
    });
  });

  it.each<[string, Fault]>([
    ['breaks off', { kind: 'breaksOffAfter', bytes: 100_000 }],
    ['stalls', { kind: 'stallsAfter', bytes: 100_000 }],
  ])('never passes off as whole a file that %s', async (_how, fault) => {
    const impatient = placeWith(IMPATIENT);
    await writeBytes(MEBIBYTE, impatient);
    store.proxy.fault = always(fault);
    const stream = await impatient.read('file');
    await expect(buffer(stream)).rejects.toMatchObject({ code: 'backup_place_unavailable' });
  });

  it('waits for a slow reader for longer than the store may stall', async () => {
    const impatient = placeWith(IMPATIENT);
    await writeBytes(8 * MEBIBYTE, impatient);
    const chunks: AsyncIterable<Buffer> = await impatient.read('file');
    store.proxy.fault = always({ kind: 'hangs' });
    let sizeBytes = 0;
    for await (const chunk of chunks) {
      if (sizeBytes === 0) await expect(impatient.sizeOf('file')).rejects.toThrow('in time');
      sizeBytes += chunk.length;
    }
    expect(sizeBytes).toBe(8 * MEBIBYTE);
  });

  it('says that nothing answers at its address', async () => {
    const [port = 0] = await freePorts(1);
    const away = store.place(`http://127.0.0.1:${port}`, 'away', PATIENT);
    await expect(away.sizeOf('file')).rejects.toMatchObject({
      code: 'backup_place_unavailable',
      message: expect.stringMatching(/nothing answers|ECONNREFUSED/),
    });
  });

  it('tells a missing bucket from a missing file', async () => {
    const lost = store.place(endpoint, 'lost', PATIENT, 'no-such-bucket');
    expect(await place.sizeOf('file')).toBeNull();
    await expect(lost.sizeOf('file')).rejects.toMatchObject({
      code: 'backup_place_unavailable',
      message: expect.stringContaining('there is no such bucket'),
    });
  });

  it('signs the bytes that it sends, so that the store refuses any others', async () => {
    await writeBytes(20 * MEBIBYTE);
    const sent = store.proxy.seen.filter(({ method }) => method === 'PUT');
    expect(sent).toHaveLength(2);
    for (const { headers, body } of sent) {
      const sha256 = createHash('sha256').update(body).digest('hex');
      expect(headers['x-amz-content-sha256']).toBe(sha256);
      expect(headers.authorization).toContain('x-amz-content-sha256');
    }
  });

  it('reveals no secret in an error', async () => {
    store.proxy.fault = always(answers(403, 'SignatureDoesNotMatch'));
    const error = await writeBytes(3).catch((cause: unknown) => cause);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('S3RVER');
    expect(error).toMatchObject({ code: 'backup_place_unavailable' });
    expect(error).not.toHaveProperty('cause');
  });

  it('removes uploads of writers that died, but none that may still be in progress', async () => {
    const own = `afterword/${made}/backups/b1`;
    store.leaveUpload(`${own}/old`, 4 * 24);
    store.leaveUpload(`${own}/new`, 20);
    store.leaveUpload('something-else/old', 4 * 24);
    await place.removeLeftovers();
    const left = store.unfinishedUploads().map(({ key }) => key);
    expect(left).toEqual([`${own}/new`, 'something-else/old']);
  });

  it('does without removing uploads where the store does not list them', async () => {
    store.proxy.fault = always(answers(501, 'NotImplemented'));
    await expect(place.removeLeftovers()).resolves.toBeUndefined();
  });

  it('does not know how much space is left', async () => {
    expect(await place.freeBytes()).toBeNull();
  });
});

function answers(status: number, code: string): Fault {
  return { kind: 'answers', status, code };
}

function* chunksOf(sizeBytes: number): Generator<Buffer, void> {
  for (let left = sizeBytes; left > 0; left -= 65_536)
    yield Buffer.alloc(Math.min(left, 65_536), 7);
}
