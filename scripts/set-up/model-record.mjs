import path from 'node:path';

const TOOLCHAIN = '.toolchain';

/** @param {string} folder @param {string} toolchain */
const isWithin = (folder, toolchain) => !path.relative(toolchain, folder).startsWith('..');

/**
 * What set-up records of the folder of a model. A folder of this checkout is recorded relative to the record,
 * so that a copy of the checkout has the model of its own.
 * @param {string} folder absolute @param {string} toolchain absolute
 */
export function toRecord(folder, toolchain) {
  return isWithin(folder, toolchain)
    ? path.relative(path.join(toolchain, 'models'), folder)
    : folder;
}

/**
 * The folder that was recorded.
 * @param {string} record @param {string} toolchain absolute
 * @returns {string | null} `null` when it belongs to another checkout, which this one was copied from
 */
export function fromRecord(record, toolchain) {
  const folder = path.resolve(toolchain, 'models', record.trim());
  const isOfOther = folder.split(path.sep).includes(TOOLCHAIN) && !isWithin(folder, toolchain);
  return isOfOther ? null : folder;
}
