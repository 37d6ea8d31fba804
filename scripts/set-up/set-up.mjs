import { inProject } from '../lib/paths.mjs';
import { runSteps } from '../lib/steps.mjs';
import { buildSteps } from './build.mjs';
import { npmPackages } from './npm-packages.mjs';
import { findPostgresTools, postgresTools } from './postgres-tools.mjs';
import { pythonEnvironment } from './python.mjs';
import { speechModel } from './speech-model.mjs';
import { findTemporal, temporal } from './temporal.mjs';
import { SetUpError } from '../lib/set-up-error.mjs';

const OLDEST_NODE = [20, 19];

function checkHostNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new SetUpError(
    `Afterword needs Node ${OLDEST_NODE.join('.')} or newer for set-up; this is ${process.versions.node}.`,
  );
}

/**
 * Installs and builds everything that Afterword needs. A completed step takes milliseconds.
 * @param {readonly import('../lib/steps.mjs').Step[]} [further] steps after those
 * @throws {SetUpError} with one sentence for the user
 */
export async function setUp(further = []) {
  checkHostNode();
  await runSteps('Afterword sets itself up. Only the first time takes minutes.', [
    npmPackages,
    pythonEnvironment,
    speechModel,
    temporal,
    postgresTools,
    ...buildSteps,
    ...further,
  ]);
}

/** The settings that set-up determined, for the programs started afterwards. */
export function foundSettings() {
  const temporalCli = findTemporal();
  const postgresTools = findPostgresTools();
  return {
    ...(temporalCli === null ? {} : { AFTERWORD_TEMPORAL_CLI: temporalCli }),
    ...(postgresTools === null ? {} : { AFTERWORD_BACKUP_TOOLS_FOLDER: postgresTools }),
    AFTERWORD_SPEECH_PYTHON:
      process.env['AFTERWORD_SPEECH_PYTHON'] || inProject('.toolchain/python/bin/python'),
  };
}
