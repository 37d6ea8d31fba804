import { ERROR_DEFINITIONS, type ErrorCode } from '#contracts/model';
import type { TaskWarning } from '#contracts/tasks';

const told = (reason: string): TaskWarning => ({
  code: 'speakers_not_told',
  message: `The speakers were not told apart: ${reason}`,
});

/** There is no network for voices. */
export function noVoiceModel(isWanted: boolean): TaskWarning {
  return told(
    isWanted
      ? 'the network that recognises voices is not there yet. Set-up fetches it while Afterword runs; transcribe the recording again later.'
      : 'this installation has no network that recognises voices (AFTERWORD_VOICE_MODEL).',
  );
}

/** Turns with speakers are known of the recording, such as those of an imported transcript. */
export function turnsAreKnown(): TaskWarning {
  return told('its turns are known already, as they were imported. They were kept.');
}

/** There is no recording, or none whose bytes are there. */
export function noRecording(): TaskWarning {
  return told('the conversation has no recording in which several people may speak.');
}

/** A recording is being transcribed, which tells its speakers apart itself. */
export function isTranscribing(): TaskWarning {
  return told('a recording is being transcribed. Ask again when it has ended.');
}

/** The engine has failed. */
export function voicesFailed(code: ErrorCode): TaskWarning {
  const { title } = ERROR_DEFINITIONS[code];
  return told(`${title.charAt(0).toLowerCase()}${title.slice(1)}. Retry to tell them apart.`);
}
