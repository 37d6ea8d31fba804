import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject, inToolchain, PYTHON } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';

const DEFAULT_MODEL = 'tiny.en';

const model = () => process.env['AFTERWORD_SPEECH_MODEL'] || DEFAULT_MODEL;
const isFolder = () => existsSync(path.join(path.resolve(model()), 'model.bin'));
/** Where set-up notes the folder that a model's name was resolved to. */
const record = () => inToolchain('models', `${model().replaceAll(/[^\w.-]/g, '_')}.folder`);

/**
 * The folder of the speech model, or `null` before set-up has found it.
 * @returns {string | null}
 */
export function speechModelFolder() {
  if (isFolder()) return path.resolve(model());
  if (!existsSync(record())) return null;
  const folder = readFileSync(record(), 'utf8');
  return existsSync(path.join(folder, 'model.bin')) ? folder : null;
}

/** @type {import('../lib/steps.mjs').Step} */
export const speechModel = {
  title: 'speech model',
  isDone: () =>
    (process.env['AFTERWORD_SPEECH_PYTHON'] ?? '') !== '' ||
    !existsSync(inProject('speech', 'afterword_speech', 'model.py')) ||
    speechModelFolder() !== null,
  run: async (note) => {
    note(`finding ${model()}`);
    mkdirSync(inToolchain('models'), { recursive: true });
    const output = await run(
      'speech-model',
      PYTHON,
      ['-m', 'afterword_speech.model', model(), inToolchain('models')],
      {
        env: { PYTHONPATH: inProject('speech') },
        failure: `The speech model ${model()} could not be had.`,
      },
    );
    writeFileSync(record(), /** @type {string} */ (output.trim().split('\n').at(-1)));
  },
};
