import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateX25519Identity } from 'age-encryption';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { identityOf, loadSealer } from './load-sealer.ts';

const PASSPHRASE = 'correct horse battery staple';
/** Computed by Python, from the description of `identityOfPassphrase`. */
const EXPECTED = 'AGE-SECRET-KEY-1ATHYXLVRR9FLNQTSGU5R45ECCY8T6UES5AG9KN2JSWE9CSJQ26QSM75DQP';

describe('loading the key of backups', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await temporaryFolder('keys');
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function keyFile(name: string, content: string): Promise<string> {
    const file = path.join(folder, name);
    await writeFile(file, content);
    return file;
  }

  it('encrypts nothing when no key is set', async () => {
    expect(await loadSealer({ kind: 'none' })).toMatchObject({ keyId: null, suffix: '' });
    expect(await identityOf({ kind: 'none' })).toBeNull();
  });

  it('takes an identity as age-keygen writes it', async () => {
    const identity = await generateX25519Identity();
    const content = `# created: 2026-11-26T00:00:00Z\n# public key: age1xyz\n${identity}\n`;
    const file = await keyFile('identity', content);
    expect(await loadSealer({ kind: 'identity', file })).toMatchObject({ suffix: '.age' });
    expect(await identityOf({ kind: 'identity', file })).toBe(identity);
  });

  it('opens with a passphrase alone what was sealed with it, and with no other', async () => {
    const file = await keyFile('passphrase', `${PASSPHRASE}\n`);
    const sameFile = await keyFile('the-same', PASSPHRASE);
    const otherFile = await keyFile('other', `${PASSPHRASE}!`);
    const sealer = await loadSealer({ kind: 'passphrase', file });
    const same = await loadSealer({ kind: 'passphrase', file: sameFile });
    const other = await loadSealer({ kind: 'passphrase', file: otherFile });
    const sealed = await buffer(Readable.from([Buffer.from('words')]).pipe(sealer.seal()));
    const open = (stream = same.open()) => buffer(Readable.from([sealed]).pipe(stream));
    expect((await open()).toString()).toBe('words');
    expect(same.keyId).toBe(sealer.keyId);
    expect(other.keyId).not.toBe(sealer.keyId);
    await expect(open(other.open())).rejects.toMatchObject({ code: 'backup_key_wrong' });
  });

  it('always makes the same identity of a passphrase', async () => {
    const file = await keyFile('fixed', PASSPHRASE);
    expect(await identityOf({ kind: 'passphrase', file })).toBe(EXPECTED);
  });

  it('says which key file is missing', async () => {
    const file = path.join(folder, 'none');
    await expect(loadSealer({ kind: 'identity', file })).rejects.toMatchObject({
      code: 'backup_key_wrong',
      message: `The key file ${file} cannot be read (ENOENT).`,
    });
  });

  it.each([
    ['identity', 'is empty', '\n'],
    ['identity', 'holds no age identity', 'age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq'],
    ['identity', 'holds no age identity', '-----BEGIN PRIVATE KEY-----'],
    ['identity', 'is not valid', 'AGE-SECRET-KEY-1HIDDENSECRETSECRETSECRETSECRETSECRETSECRET'],
    ['identity', 'more than one line', 'AGE-SECRET-KEY-1HIDDEN\nAGE-SECRET-KEY-1HIDDEN'],
    ['passphrase', 'fewer than 16 characters', 'HIDDEN'],
    ['passphrase', 'fewer than 16 characters', ''],
    ['passphrase', 'more than one line', 'HIDDENHIDDENHIDDEN\nHIDDEN'],
  ] as const)(
    'names a file of an %s that %s, without what is in it',
    async (kind, fault, content) => {
      const file = await keyFile('faulty', content);
      const error: unknown = await loadSealer({ kind, file }).catch((cause: unknown) => cause);
      expect(error).toMatchObject({
        code: 'backup_key_wrong',
        message: expect.stringContaining(fault),
      });
      expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('HIDDEN');
    },
  );
});
