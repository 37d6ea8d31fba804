import path from 'node:path';
import { speechModelFolder } from '../../libs/engines/src/speech/faster-whisper/model-folder.ts';
import type {
  FasterWhisperOptions,
  SpeechLogger,
} from '../../libs/engines/src/speech/faster-whisper/speech-process.options.ts';
import type { LocalVoiceOptions } from '../../libs/engines/src/voices/local-voice.engine.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The Python environment of set-up, or the configured one. */
export const PYTHON = path.resolve(
  ROOT,
  process.env['AFTERWORD_SPEECH_PYTHON'] ?? '.toolchain/python/bin/python',
);

/** A logger without output. */
export const silentLogger: SpeechLogger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
};

/** Path of a committed test clip. */
export function audio(...names: string[]): string {
  return path.join(ROOT, 'test/audio', ...names);
}

/** Options of the real speech process with the model that set-up found. */
export function localWhisper(overrides: Partial<FasterWhisperOptions> = {}): FasterWhisperOptions {
  return {
    pythonPath: PYTHON,
    speechFolder: path.join(ROOT, 'speech'),
    modelFolder: modelFolder(),
    device: 'cpu',
    slots: 2,
    together: 3,
    silenceTimeoutMs: 10_000,
    stallTimeoutMs: 60_000,
    logger: silentLogger,
    ...overrides,
  };
}

/** Options of the real speech process with the networks for voices that set-up made. */
export function localVoices(overrides: Partial<LocalVoiceOptions> = {}): LocalVoiceOptions {
  return {
    pythonPath: PYTHON,
    speechFolder: path.join(ROOT, 'speech'),
    modelFile: path.join(ROOT, '.toolchain/voice-model/campplus.onnx'),
    overlapModelFile: path.join(ROOT, '.toolchain/voice-model/pyannet.onnx'),
    silenceTimeoutMs: 10_000,
    stallTimeoutMs: 60_000,
    logger: silentLogger,
    ...overrides,
  };
}

/** The folder of the model that set-up found. */
function modelFolder(): string {
  const name = process.env['AFTERWORD_SPEECH_MODEL'] ?? 'tiny.en';
  return speechModelFolder(name, path.join(ROOT, '.toolchain'));
}
