import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { editCaseSchema, type EditCase } from '../language/guard/testing/edit-cases.ts';
import { conversationCaseSchema, type ConversationCase } from './case.schema.ts';
import { casesOf, readLines, type Line } from './read-lines.ts';

/** What results are measured on. */
export interface Cases {
  readonly conversations: readonly ConversationCase[];
  readonly edits: readonly EditCase[];
  readonly recordings: readonly RecordingCase[];
}

const recordingSchema = z.strictObject({
  /** A file, relative to that of the line. */
  audio: z.string().min(1),
  /** What is said in it. */
  reference: z.string(),
  language: z.string().optional(),
});

/** A recording and what is said in it. */
export interface RecordingCase {
  /** Absolute path. */
  readonly file: string;
  readonly reference: string;
  readonly language: string | null;
}

/** The committed conversations. They were written before any engine had answered them. */
export const COMMITTED_CONVERSATIONS = fileURLToPath(new URL('cases', import.meta.url));

type Case =
  | { readonly kind: 'conversation'; readonly value: ConversationCase }
  | { readonly kind: 'edit'; readonly value: EditCase }
  | { readonly kind: 'recording'; readonly value: RecordingCase };

/**
 * Reads cases: JSON lines, each of which is a conversation (`turns`), an edit (`raw`) or a recording
 * (`audio`).
 * @param place a file, or a folder with files `*.jsonl`
 * @throws FaultyCasesError that lists every line which is no case, and why
 */
export function readCases(place: string): Cases {
  const cases = casesOf(readLines(place), caseOf);
  return {
    conversations: cases.flatMap((each) => (each.kind === 'conversation' ? [each.value] : [])),
    edits: cases.flatMap((each) => (each.kind === 'edit' ? [each.value] : [])),
    recordings: cases.flatMap((each) => (each.kind === 'recording' ? [each.value] : [])),
  };
}

function caseOf({ file }: Line, value: unknown): Case {
  const has = (key: string) => typeof value === 'object' && value !== null && key in value;
  if (has('turns')) return { kind: 'conversation', value: parsed(conversationCaseSchema, value) };
  if (has('raw')) return { kind: 'edit', value: parsed(editCaseSchema, value) };
  if (has('audio')) return { kind: 'recording', value: recordingOf(value, file) };
  throw new Error('has neither `turns` nor `raw` nor `audio`, so it is no case');
}

function recordingOf(value: unknown, file: string): RecordingCase {
  const { audio, reference, language = null } = parsed(recordingSchema, value);
  return { file: path.resolve(path.dirname(file), audio), reference, language };
}

function parsed<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Error(result.error.issues.map(faultOf).join('; '));
}

function faultOf({ path: place, message }: z.core.$ZodIssue): string {
  const where = place.map(String).join('.');
  return where === '' ? message : `${where}: ${message}`;
}
