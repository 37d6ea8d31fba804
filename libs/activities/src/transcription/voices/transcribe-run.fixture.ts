import type { ClipRun } from '#contracts/workflows';
import type { TestWorker } from '../../worker.fixture.ts';

/** Runs the steps of a transcription of two chunks, as its workflow does. */
export async function transcribeRun(worker: TestWorker, run: ClipRun): Promise<void> {
  const outcome = await worker.run((all) => all.probeClip({ ...run, plansFirstStretch: true }));
  for (const index of [0, 1]) await worker.run((all) => all.transcribeChunk({ ...run, index }));
  const tellsSpeakers = outcome.kind === 'ready' && outcome.tellsSpeakers === true;
  if (tellsSpeakers) {
    await worker.run((all) => all.embedVoices({ ...run, fromIndex: 0, toIndex: 2 }));
    await worker.run((all) => all.groupVoices(run));
  }
  await worker.run((all) => all.stitchTranscript({ ...run, tellsSpeakers }));
}
