import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { PROTOCOLS, type Protocol } from './protocols.ts';

/** The numbered data of each kind of call; only the fields that the stub reads. */
const correctionData = z.object({
  pieces: z.array(z.object({ n: z.number(), text: z.string() })),
});
/** Where a speaker goes on, the name is left out. */
const turnsData = z.object({
  turns: z
    .array(z.object({ n: z.number(), speaker: z.string().optional(), text: z.string() }))
    .transform((turns) => {
      let last = '';
      return turns.map((turn) => ({ ...turn, speaker: (last = turn.speaker ?? last) }));
    }),
});
const sourced = z.array(z.looseObject({ text: z.string(), sources: z.array(z.number()) }));
const partsData = z.object({
  parts: z.array(
    z.object({
      overview: z.string(),
      keyPoints: sourced,
      decisions: sourced,
      actionItems: sourced,
    }),
  ),
});
const linesData = z.object({
  lines: z.array(z.object({ n: z.number(), speaker: z.string().nullable(), text: z.string() })),
});
const memoryData = z.object({ narrative: z.string() });

/** The kind of a call and its data. */
export type StubTask =
  | ({ readonly kind: 'correction' } & z.output<typeof correctionData>)
  | ({ readonly kind: 'summary' } & z.output<typeof turnsData>)
  | ({ readonly kind: 'combination' } & z.output<typeof partsData>)
  | ({ readonly kind: 'facts'; readonly types: readonly StubFactType[] } & z.output<
      typeof linesData
    >)
  | ({ readonly kind: 'score' } & z.output<typeof memoryData>);

/** A fact type, as the instructions describe it. */
interface StubFactType {
  readonly name: string;
  /** Description and rules. */
  readonly rule: string;
}

/** A request as the stub received it. */
export interface StubRequest {
  readonly protocol: Protocol;
  readonly model: string;
  /** The key as it was sent: the header Authorization, or that of the protocol. */
  readonly authorization: string | null;
  /** `json_schema`, `json_object`, or `null` when no format was requested. */
  readonly format: string | null;
  readonly isStreamed: boolean;
  /** `null` without a limit. */
  readonly maxTokens: number | null;
  readonly instructions: string;
  /** The user message. */
  readonly prompt: string;
  readonly task: StubTask;
}

/** @throws ZodError or SyntaxError when it is not a request of one of our engines */
export function readRequest(
  protocol: Protocol,
  body: string,
  { headers, url = '' }: Pick<IncomingMessage, 'headers' | 'url'>,
): StubRequest {
  const { key, ...chat } = PROTOCOLS[protocol].read(JSON.parse(body), headers, url);
  return { protocol, ...chat, authorization: key, task: taskOf(chat.prompt, chat.instructions) };
}

function taskOf(prompt: string, instructions: string): StubTask {
  const data: unknown = JSON.parse(/<conversation>(.*)<\/conversation>/s.exec(prompt)?.[1] ?? '');
  const correction = correctionData.safeParse(data).data;
  if (correction !== undefined) return { kind: 'correction', ...correction };
  const turns = turnsData.safeParse(data).data;
  if (turns !== undefined) return { kind: 'summary', ...turns };
  const parts = partsData.safeParse(data).data;
  if (parts !== undefined) return { kind: 'combination', ...parts };
  const lines = linesData.safeParse(data).data;
  if (lines !== undefined) return { kind: 'facts', types: typesIn(instructions), ...lines };
  return { kind: 'score', ...memoryData.parse(data) };
}

function typesIn(instructions: string): readonly StubFactType[] {
  const list = instructions.split('\nTypes:\n')[1] ?? '';
  return Array.from(list.matchAll(/^- (\w+): (.*)$/gm), ([, name = '', rule = '']) => ({
    name,
    rule,
  }));
}
