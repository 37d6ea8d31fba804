import { readFile } from 'node:fs/promises';
import { isNativeError } from 'node:util/types';
import { AppError, type BackupSealConfig } from '#platform';
import { AgeSealer } from './age.sealer.ts';
import { identityOfPassphrase } from './passphrase-identity.ts';
import { PlainSealer } from './plain.sealer.ts';
import type { Sealer } from './sealer.port.ts';

/** Whoever has the backups can guess passphrases as fast as their machines allow. */
const SHORTEST_PASSPHRASE = 16;

/**
 * The sealer that is set, with its key.
 * @throws AppError `backup_key_wrong` when the file of the key is missing or not one; the message never
 *   holds what is in it
 */
export async function loadSealer(config: BackupSealConfig): Promise<Sealer> {
  const identity = await identityOf(config);
  return config.kind === 'none' || identity === null
    ? new PlainSealer()
    : sealerOf(identity, config.file);
}

/**
 * The age identity of a key, for its owner: with it, the `age` program opens the files of a backup.
 * It is a secret.
 * @returns `AGE-SECRET-KEY-1…`, or `null` when nothing is encrypted
 * @throws AppError `backup_key_wrong`
 */
export async function identityOf(config: BackupSealConfig): Promise<string | null> {
  if (config.kind === 'none') return null;
  const content = await readKeyFile(config.file);
  if (config.kind === 'identity') return identityIn(content, config.file);
  return identityOfPassphrase(passphraseIn(content, config.file));
}

async function sealerOf(identity: string, file: string): Promise<Sealer> {
  try {
    return await AgeSealer.create(identity);
  } catch {
    // The error of the library may repeat the identity.
    throw wrongKey(file, 'holds an age identity that is not valid');
  }
}

async function readKeyFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const code = isNativeError(cause) && 'code' in cause ? ` (${String(cause.code)})` : '';
    throw wrongKey(file, `cannot be read${code}`);
  }
}

/** A key file as `age-keygen` writes it: comments, and one identity. */
function identityIn(content: string, file: string): string {
  const lines = content.split('\n').map((line) => line.trim());
  const keys = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const [identity, ...others] = keys;
  if (identity === undefined) throw wrongKey(file, 'is empty');
  if (others.length > 0) throw wrongKey(file, 'holds more than one line of a key');
  if (/^AGE-SECRET-KEY-1[0-9A-Z]+$/.test(identity)) return identity;
  throw wrongKey(file, 'holds no age identity (AGE-SECRET-KEY-1…)');
}

function passphraseIn(content: string, file: string): string {
  const passphrase = content.replace(/\r?\n$/, '');
  if (/[\r\n]/.test(passphrase)) throw wrongKey(file, 'has more than one line');
  if (passphrase.length >= SHORTEST_PASSPHRASE) return passphrase;
  throw wrongKey(file, `holds a passphrase of fewer than ${SHORTEST_PASSPHRASE} characters`);
}

/** @param fault completes "The key file … " without its content */
function wrongKey(file: string, fault: string): AppError {
  const message = `The key file ${file} ${fault}.`;
  return new AppError('backup_key_wrong', message, { details: { file } });
}
