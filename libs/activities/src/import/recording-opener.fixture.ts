import { readFile } from 'node:fs/promises';
import type { EngineCall, ProbedRecording } from '#engines';
import { AppError } from '#platform';
import { ScriptedEngine } from '../scripted-engine.fixture.ts';

const SOUND = /^sound of (\d+) ms/;

/** The bytes of a recording of a length, in milliseconds. @param of makes it another one */
export function soundOf(durationMs: number, of = ''): Buffer {
  return Buffer.from(`sound of ${durationMs} ms ${of}`);
}

/** Opens what {@link soundOf} has made, and says that anything else is no recording. */
export class RecordingOpener extends ScriptedEngine {
  /** How many recordings were opened. */
  opened = 0;
  /** Whether it goes on until it is stopped. */
  hangs = false;

  override async probe(path: string, call: EngineCall): Promise<ProbedRecording> {
    const recording = await super.probe(path, call);
    this.opened += 1;
    if (this.hangs) await untilAborted(call.signal);
    const durationMs = SOUND.exec(await readFile(path, 'utf8'))?.[1];
    if (durationMs !== undefined) return { ...recording, durationMs: Number(durationMs) };
    throw new AppError('audio_unreadable', 'It is no recording.');
  }
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('stopped')));
  });
}
