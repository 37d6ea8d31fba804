import { existsSync, readFileSync } from 'node:fs';
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
  const folder = existsSync(record) ? readFileSync(record, 'utf8').trim() : '';
  if (isModel(folder)) return folder;
  throw new AppError(
    'speech_engine_unavailable',
    `The speech model "${model}" has not been set up; run \`npm start\` with this setting once.`,
  );
}

function isModel(folder: string): boolean {
  return folder !== '' && existsSync(path.join(folder, 'model.bin'));
}
