import assert from 'node:assert/strict';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { spokenCitation } from '#agents';
import { projectSchema, type CreateProject, type Project } from '#contracts/api';
import type { FactValue, ReportContent } from '#contracts/model';
import {
  ReportRunsRepository,
  SpokenSourcesRepository,
  hashedId,
  type SourceReading,
} from '#store';
import { ApiClient } from '../../../../test/support/api-client.ts';

export type ReadFact = NonNullable<SourceReading['facts']>[number];

/** Creates a project through the API. */
export async function newProject(
  url: string,
  given: Partial<CreateProject> = {},
): Promise<Project> {
  const body = { name: 'Summer festival', ...given };
  return projectSchema.parse(await new ApiClient(url).send('POST', '/projects', body));
}

/** Creates a conversation of a project, with a turn for each text. @returns its id */
export async function talk(
  url: string,
  projectId: string,
  ...texts: readonly string[]
): Promise<string> {
  const client = new ApiClient(url);
  const { id } = await client.createConversation('A talk', { projectId });
  for (const text of texts) await client.say(id, { speaker: 'Ada', text });
  return id;
}

/** What a fact was found in, and where. */
export interface Found {
  readonly conversationId: string;
  /** Words of a turn. */
  readonly quote: string;
  /** Words of the quote; none by default. */
  readonly amount?: string;
}

/** An expense as the financial agent reads it in a conversation. */
export async function spokenFact(
  app: NestFastifyApplication,
  { conversationId, quote, amount }: Found,
): Promise<ReadFact> {
  const source = await app.get(SpokenSourcesRepository).find(conversationId);
  const turns = source?.turns.map((turn) => ({ turn, text: textOf(turn) })) ?? [];
  const found = turns.find(({ text }) => text.includes(quote));
  assert(found, `nobody said “${quote}”`);
  const { turn, text } = found;
  const quoteAt = rangeOf(text, quote);
  const valueAt = amount === undefined ? null : rangeOf(text, amount);
  const value: FactValue = { kind: 'money', amount: '1200.00', currency: 'EUR' };
  return {
    id: hashedId('fact', `${turn.turnId} ${quote}`),
    ...{ type: 'expense', label: 'venue', value, on: null, who: null, status: null },
    ...{ category: 'Venue', certainty: 'certain', corrects: false, clear: true, quote },
    citation: spokenCitation(conversationId, turn, quoteAt, valueAt),
    ...{ speaker: turn.speaker, saidOn: '2026-11-22', saidAt: turn.saidAt, position: 0 },
  };
}

/** Does what a worker does for the task of a report: stores facts of sources, and completes it. */
export async function makeReport(
  app: NestFastifyApplication,
  taskId: string,
  bySource: Readonly<Record<string, readonly ReadFact[]>> = {},
): Promise<void> {
  const runs = app.get(ReportRunsRepository);
  const run = { taskId, attempt: 1 };
  const work = await runs.start(run, `run of ${taskId}`);
  assert(work, 'the task has ended');
  const { agent, project } = work;
  for (const [sourceId, facts] of Object.entries(bySource)) {
    const reading = {
      reader: 'reader',
      revision: 1,
      talk: [],
      dropped: {},
      leftOut: [],
      errorCode: null,
    };
    await runs.keepReading({ projectId: project.id, agent, sourceId, facts, ...reading });
  }
  const { counts, wanted, sourceIds } = await runs.material(work);
  const content = contentOf(counts.facts);
  const sourcesRead = Object.keys(bySource).length;
  const made = { content, engine: 'scripted', wanted, sourceIds, warnings: [] };
  await runs.complete(run, work, { ...made, counts: { ...counts, sourcesRead } });
}

function contentOf(facts: number): ReportContent {
  const value: FactValue = { kind: 'quantity', quantity: String(facts), unit: 'fact' };
  const figure = { label: 'Facts', value, entries: [], how: 'The number of facts.' };
  return { figures: [figure], blocks: [], entries: [] };
}

function textOf({ segments }: { readonly segments: readonly { readonly text: string }[] }): string {
  return segments.map(({ text }) => text).join(' ');
}

function rangeOf(text: string, words: string) {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}
