import { InstantSpeechEngine } from './instant.engine.ts';
import { call, itKeepsTheSpeechEngineContract } from './testing/speech-engine.contract.ts';

const durationMs = 23_000;
const create = () => ({ engine: new InstantSpeechEngine({ durationMs }), path: 'any', durationMs });

describe('InstantSpeechEngine', () => {
  itKeepsTheSpeechEngineContract(create);

  it('cuts a recording into chunks of the target length', async () => {
    const request = { path: 'any', fromMs: 0, stretchMs: 60_000, chunkTargetMs: 5_000 };
    const { chunks } = await create().engine.plan(request, call());
    expect(chunks.map(({ startMs }) => startMs)).toEqual([0, 5_000, 10_000, 15_000, 20_000]);
    expect(chunks.at(-1)?.endMs).toBe(durationMs);
  });
});
