/** The program of a thread that tells who speaks when in a recording. */
import os from 'node:os';
import { parentPort } from 'node:worker_threads';
import { speakersOf, speakerTurns, withOverlaps } from '#domain';
import type { ThreadMessage } from '../rules/thread-messages.ts';
import type { VoicesToGroup } from './speaker-threads.ts';

/** Less than the loops that serve everybody. */
const NICENESS = 10;

// On Linux that of this thread only, elsewhere that of the process.
if (process.platform === 'linux') os.setPriority(NICENESS);
const port = parentPort;
if (port === null) throw new Error('The program of the speakers runs in a thread only.');
const send = (message: ThreadMessage<unknown>): void => port.postMessage(message);
port.on('message', (voices: VoicesToGroup) => send(outcomeOf(voices)));
send({ kind: 'ready' });

function outcomeOf({ regions, overlaps, windows, hints }: VoicesToGroup): ThreadMessage<unknown> {
  try {
    const turns = speakerTurns(regions, windows, speakersOf(windows, hints));
    const answer = withOverlaps(turns, overlaps);
    return { kind: 'answer', answer };
  } catch (error) {
    return { kind: 'failed', error };
  }
}
