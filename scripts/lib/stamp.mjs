import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT, inToolchain } from './paths.mjs';

const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', '__pycache__', 'histories', 'testing']);
/** Tests are not part of the build. */
const SKIPPED_FILES = /\.(spec|fixture)\.ts$/;
const stampPath = (/** @type {string} */ name) => inToolchain('stamps', name);

/**
 * All files below a folder of the checkout, in a stable order.
 * @param {string} relativePath
 * @returns {string[]} paths from the checkout's root
 */
function filesBelow(relativePath) {
  const full = path.join(PROJECT, relativePath);
  if (!existsSync(full)) return [];
  const entries = readdirSync(full, { withFileTypes: true, recursive: false });
  return entries
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .filter(({ name }) => !SKIPPED_FOLDERS.has(name) && !SKIPPED_FILES.test(name))
    .flatMap((entry) =>
      entry.isDirectory()
        ? filesBelow(path.join(relativePath, entry.name))
        : [path.join(relativePath, entry.name)],
    );
}

/**
 * A hash of file names and contents.
 * @param {object} inputs
 * @param {readonly string[]} [inputs.files] single files of the checkout; missing ones count as empty
 * @param {readonly string[]} [inputs.folders] folders of the checkout, recursively
 * @param {readonly string[]} [inputs.words] other inputs of the result
 */
export function hashOf({ files = [], folders = [], words = [] }) {
  const hash = createHash('sha256').update(JSON.stringify(words));
  for (const file of [...files, ...folders.flatMap(filesBelow)]) {
    const full = path.join(PROJECT, file);
    hash.update(`\0${file}\0`);
    if (existsSync(full)) hash.update(readFileSync(full));
  }
  return hash.digest('hex');
}

/** Whether a step was completed with exactly these inputs. @param {string} name @param {string} hash */
export function isStamped(name, hash) {
  return existsSync(stampPath(name)) && readFileSync(stampPath(name), 'utf8') === hash;
}

/** Records that a step is complete. @param {string} name @param {string} hash */
export function stamp(name, hash) {
  mkdirSync(inToolchain('stamps'), { recursive: true });
  writeFileSync(stampPath(name), hash);
}

/** Clears the record of a step, so that an interrupted run does not count. @param {string} name */
export function unstamp(name) {
  rmSync(stampPath(name), { force: true });
}
