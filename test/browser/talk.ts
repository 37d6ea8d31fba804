import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ImportPage } from '#contracts/api';
import type { ApiClient } from '../support/api-client.ts';
import { eventually } from '../support/eventually.ts';
import { wavHeader } from '../support/mu-law-wav.ts';

const RATE_HZ = 16_000;
const CUE_MS = 4_000;
const CUES_PER_TURN = 10;

/** Writes a recording in which nobody speaks. */
export async function silence(folder: string, seconds: number): Promise<string> {
  const file = path.join(folder, 'silence.wav');
  const samples = seconds * RATE_HZ;
  await writeFile(file, Buffer.concat([wavHeader(samples, RATE_HZ), Buffer.alloc(samples * 2)]));
  return file;
}

/** Imports subtitles with so many cues of four seconds. @returns the id of the conversation */
export async function importedTalk(
  api: ApiClient,
  title: string,
  cueCount: number,
): Promise<string> {
  const cues = Array.from({ length: cueCount }, (_, n) => {
    const speaker = ['Ada', 'Tom'][Math.floor(n / CUES_PER_TURN) % 2];
    const words = 'This cue has some more words than the others. '.repeat(n % 7);
    return `${n + 1}\n${clock(n * CUE_MS)} --> ${clock((n + 1) * CUE_MS)}\n${speaker}: Cue ${n}. ${words}\n`;
  });
  const form = new FormData();
  form.append('title', title);
  form.append('file', new Blob([cues.join('\n')]), `${title}.srt`);
  await api.json('/imports', { method: 'POST', body: form });
  return eventually(async () => {
    const { items } = await api.json<ImportPage>('/imports');
    const id = items.find(({ fileName }) => fileName === `${title}.srt`)?.conversationId;
    if (typeof id !== 'string') throw new Error('the transcript is not imported yet');
    return id;
  }, 60_000);
}

function clock(ms: number): string {
  return new Date(ms).toISOString().slice(11, 23).replace('.', ',');
}
