import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '#platform';

/**
 * The folder of a speech model: the setting itself when it is a model folder, otherwise the folder
 * that set-up recorded for that name.
 * @param model the name or folder of the model, as configured
 * @throws AppError `speech_engine_unavailable` when set-up has not fetched this model
 */
export function speechModelFolder(model: string, toolchainFolder = '.toolchain'): string {
  if (isModel(model)) return path.resolve(model);
  const record = path.resolve(
    toolchainFolder,
    'models',
    `${model.replaceAll(/[^\w.-]/g, '_')}.folder`,
  );
  const recorded = existsSync(record) ? readFileSync(record, 'utf8').trim() : '';
  // A folder of the checkout is recorded relative to the record.
  const folder = recorded === '' ? '' : path.resolve(path.dirname(record), recorded);
  if (isModel(folder)) return folder;
  throw new AppError(
    'speech_engine_unavailable',
    `The speech model "${model}" has not been set up; run \`npm start\` with this setting once.`,
  );
}

/** Weights of `base`; those of `small` are larger. */
const SMALL_MODEL_BYTES = 200 * 1024 * 1024;
const CHUNKS_TOGETHER = 3;

/**
 * Number of chunks that one call to a model decodes together. Reading the weights takes most of the
 * time of small models, and three chunks share it: a sixth less processor time, for the same text
 * (`bench -- speech`). With large models the shared call needs much memory and takes minutes.
 */
export function chunksTogether(modelFolder: string): number {
  const { size } = statSync(path.join(modelFolder, 'model.bin'));
  return size <= SMALL_MODEL_BYTES ? CHUNKS_TOGETHER : 1;
}

function isModel(folder: string): boolean {
  return folder !== '' && existsSync(path.join(folder, 'model.bin'));
}
