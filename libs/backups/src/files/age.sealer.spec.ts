import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { AgeSealer } from './age.sealer.ts';

const CHUNK = 64 * 1024;

describe('an age sealer', () => {
  let identity: string;
  let sealer: AgeSealer;

  beforeAll(async () => {
    identity = await generateX25519Identity();
    sealer = await AgeSealer.create(identity);
  });

  const seal = (content: Buffer) => buffer(pieces(content).pipe(sealer.seal()));
  const open = (sealed: Buffer, pieceBytes?: number) =>
    buffer(pieces(sealed, pieceBytes).pipe(sealer.open()));

  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 300_000])(
    'and the library of age read each other (%d bytes)',
    async (sizeBytes) => {
      const content = randomBytes(sizeBytes);
      const decrypter = new Decrypter();
      decrypter.addIdentity(identity);
      const sealed = await seal(content);
      expect(sealed.length).toBe(sealer.sealedBytes(sizeBytes));
      expect(Buffer.from(await decrypter.decrypt(sealed)).equals(content)).toBe(true);
      const encrypter = new Encrypter();
      encrypter.addRecipient(await identityToRecipient(identity));
      const theirs = Buffer.from(await encrypter.encrypt(content));
      expect((await open(theirs)).equals(content)).toBe(true);
    },
  );

  it('does not care how its input is cut', async () => {
    const content = randomBytes(CHUNK + 500);
    const sealed = await seal(content);
    for (const pieceBytes of [1, 7, 199, 200, 201, 216, CHUNK, CHUNK + 16, sealed.length]) {
      expect((await open(sealed, pieceBytes)).equals(content)).toBe(true);
    }
  });

  it('never seals the same bytes to the same file', async () => {
    const content = Buffer.from('the same');
    expect((await seal(content)).equals(await seal(content))).toBe(false);
  });

  it('has a name for its key that is always the same and not the key', async () => {
    const again = await AgeSealer.create(identity);
    const other = await AgeSealer.create(await generateX25519Identity());
    expect(sealer.keyId).toMatch(/^[0-9a-f]{16}$/);
    expect(again.keyId).toBe(sealer.keyId);
    expect(other.keyId).not.toBe(sealer.keyId);
    expect(identity.toLowerCase()).not.toContain(sealer.keyId);
  });

  it.each([
    ['something else', Buffer.from('this is no age file\n')],
    ['much of something else', Buffer.alloc(100_000, 'x')],
    ['nothing', Buffer.alloc(0)],
    ['half a header', Buffer.from('age-encryption.org/v1\n-> X25519 abc')],
  ])('refuses %s', async (_what, sealed) => {
    await expect(opened(sealed)).rejects.toMatchObject({ code: 'backup_damaged' });
  });

  it('refuses chunks that changed places', async () => {
    const sealed = await seal(randomBytes(3 * CHUNK));
    const start = sealer.sealedBytes(0) - 16;
    const at = (index: number) =>
      sealed.subarray(start + index * (CHUNK + 16), start + (index + 1) * (CHUNK + 16));
    const swapped = Buffer.concat([sealed.subarray(0, start), at(1), at(0), at(2)]);
    await expect(opened(swapped)).rejects.toMatchObject({ code: 'backup_damaged' });
    const cut = Buffer.concat([sealed.subarray(0, start), at(0), at(1)]);
    await expect(opened(cut)).rejects.toMatchObject({ code: 'backup_damaged' });
  });

  async function opened(sealed: Buffer): Promise<Buffer> {
    const stream = sealer.open();
    stream.end(sealed);
    return buffer(stream);
  }
});

function pieces(content: Buffer, pieceBytes = 10_000): Readable {
  return Readable.from(
    (function* () {
      for (let at = 0; at < content.length; at += pieceBytes) {
        yield content.subarray(at, at + pieceBytes);
      }
    })(),
  );
}
