import { existsSync } from 'node:fs';
import path from 'node:path';
import type { EngineContext } from '../engine-context.ts';
import { LocalVoiceEngine } from './local-voice.engine.ts';
import { RestingVoiceEngine } from './resting-voice.engine.ts';
import type { VoiceEngine } from './voice-engine.port.ts';

/** The networks that set-up converts. */
const CONVERTED = '.toolchain/voice-model/campplus.onnx';
const CONVERTED_OVERLAPS = '.toolchain/voice-model/pyannet.onnx';
const CLOSE_AFTER_IDLE_MS = 2 * 60_000;
/** Longer than that of transcription: a process of low priority may wait for others. */
const STALL_TIMEOUT_MS = 5 * 60_000;

/** The settings of the speech process that voices share with transcription. */
export interface VoiceSettings {
  readonly pythonPath: string;
}

/** Creates the engine for voices that an installation has; `null` when it is to have none. */
export function createVoices(
  { pythonPath }: VoiceSettings,
  { config, logger }: EngineContext,
): VoiceEngine | null {
  const { voiceModel, heartbeatTimeoutMs } = config.speech;
  if (voiceModel === null) return null;
  const modelFile = path.resolve(voiceModel === 'campplus' ? CONVERTED : voiceModel);
  const overlapModelFile = path.resolve(CONVERTED_OVERLAPS);
  const create = () =>
    new LocalVoiceEngine({
      ...{ pythonPath, modelFile, speechFolder: path.resolve('speech') },
      // A network of somebody's own works without it.
      ...(existsSync(overlapModelFile) ? { overlapModelFile } : {}),
      silenceTimeoutMs: heartbeatTimeoutMs,
      stallTimeoutMs: STALL_TIMEOUT_MS,
      logger: logger.child({ engine: 'voices' }),
    });
  return new RestingVoiceEngine(create, CLOSE_AFTER_IDLE_MS, () => existsSync(modelFile));
}
