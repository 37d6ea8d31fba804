import { computed, onScopeDispose, ref, type ComputedRef, type Ref } from 'vue';
import { microphoneProblem } from '../api/microphone-problem.ts';
import type { PageProblem } from '../api/problem.ts';
import { recordingKind, recordingName, type RecordingKind } from './recording.ts';
import { useNow } from '../shared/use-now.ts';

/** Records from the microphone. */
export interface Recorder {
  /** Whether this browser can record on this page. */
  readonly possible: boolean;
  readonly state: Readonly<Ref<'idle' | 'asking' | 'recording'>>;
  readonly elapsedMs: ComputedRef<number>;
  readonly problem: Readonly<Ref<PageProblem | null>>;
  readonly start: () => Promise<void>;
  /** Ends the recording and passes it on. */
  readonly stop: () => void;
  /** Ends the recording and discards it. */
  readonly cancel: () => void;
}

/** Browsers provide the microphone only over HTTPS and on loopback. */
function kindHere(): RecordingKind | null {
  const canListen = 'mediaDevices' in navigator && 'MediaRecorder' in window;
  return canListen ? recordingKind((type) => MediaRecorder.isTypeSupported(type)) : null;
}

/** @param onRecorded - Receives the completed recording. */
export function useRecorder(onRecorded: (file: File) => void): Recorder {
  const kind = kindHere();
  const now = useNow();
  const state = ref<'idle' | 'asking' | 'recording'>('idle');
  const problem = ref<PageProblem | null>(null);
  const startedAtMs = ref(0);
  let recorder: MediaRecorder | null = null;
  let isWanted = false;
  let isOver = false;
  const finish = (wanted: boolean) => {
    isWanted = wanted;
    recorder?.stop();
    recorder = null;
    state.value = 'idle';
  };
  const start = async () => {
    if (kind === null || state.value !== 'idle') return;
    problem.value = null;
    state.value = 'asking';
    try {
      recorder = await listen(kind, (file) => {
        if (isWanted) onRecorded(file);
      });
      startedAtMs.value = Date.now();
      state.value = 'recording';
      if (isOver) finish(false);
    } catch (error) {
      problem.value = microphoneProblem(error);
      state.value = 'idle';
    }
  };
  onScopeDispose(() => {
    isOver = true;
    finish(false);
  });
  const elapsedMs = computed(() =>
    state.value === 'recording' ? Math.max(0, now.value - startedAtMs.value) : 0,
  );
  const controls = { start, stop: () => finish(true), cancel: () => finish(false) };
  return { possible: kind !== null, state, elapsedMs, problem, ...controls };
}

/** Starts to record; when the recorder stops, it releases the microphone and creates the file. */
async function listen(kind: RecordingKind, onFile: (file: File) => void): Promise<MediaRecorder> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const parts: Blob[] = [];
  const name = recordingName(new Date(), kind);
  const recorder = new MediaRecorder(stream, { mimeType: kind.mimeType });
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  recorder.addEventListener('stop', () => {
    for (const track of stream.getTracks()) track.stop();
    onFile(new File(parts, name, { type: kind.mimeType }));
  });
  recorder.start();
  return recorder;
}
