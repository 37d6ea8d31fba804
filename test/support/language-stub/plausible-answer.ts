import { rightFacts } from './fact-answers.ts';
import type { StubTask } from './stub-request.ts';

/** Words that the stub corrects: the original and its replacement. */
export type Replacements = Readonly<Record<string, string>>;

/** Words in a memory that determine its significance; the highest one that occurs applies. */
const KEYWORDS = { pivotal: 3, notable: 2, minor: 1 } as const;

/** The answer of a well-behaved model; it depends only on the request. */
export function plausibleAnswer(task: StubTask, replacements: Replacements): unknown {
  switch (task.kind) {
    case 'correction':
      return correctionAnswer(task, (text) => replaced(text, replacements));
    case 'summary':
      return summaryAnswer(task.turns);
    case 'combination':
      return combinationAnswer(task.parts);
    case 'facts':
      return { facts: rightFacts(task) };
    case 'score':
      return scoreAnswer(task.narrative);
  }
}

type Correction = Extract<StubTask, { kind: 'correction' }>;

/** The pieces of a request, each corrected; a single one has no number. */
export function correctionAnswer({ pieces }: Correction, correct: (text: string) => string) {
  const texts = pieces.map(({ n, text }) => ({ n, text: correct(text) }));
  const [only, ...others] = texts;
  return only && others.length === 0 ? { text: only.text } : { texts };
}

function replaced(text: string, replacements: Replacements): string {
  return Object.entries(replacements).reduce(
    (corrected, [before, after]) => corrected.replaceAll(before, after),
    text,
  );
}

type Turns = Extract<StubTask, { kind: 'summary' }>['turns'];

/** Each turn is a key point; "decided" makes a decision, "I will" an action item. */
function summaryAnswer(turns: Turns) {
  const points = turns.map(({ n, text }) => ({ text, sources: [n] }));
  return {
    overview: `${turns.length} turns, the last: ${turns.at(-1)?.text ?? 'none'}`,
    keyPoints: points,
    decisions: points.filter(({ text }) => /\bdecided\b/i.test(text)),
    actionItems: turns
      .filter(({ text }) => /\bI will\b/i.test(text))
      .map(({ n, speaker, text }) => ({ text, who: speaker, when: null, sources: [n] })),
  };
}

type Parts = Extract<StubTask, { kind: 'combination' }>['parts'];

/** Concatenates all parts. */
function combinationAnswer(parts: Parts) {
  return {
    overview: parts.map(({ overview }) => overview).join(' '),
    keyPoints: parts.flatMap(({ keyPoints }) => keyPoints),
    decisions: parts.flatMap(({ decisions }) => decisions),
    actionItems: parts.flatMap(({ actionItems }) => actionItems),
  };
}

/** Without a keyword, the reason names the last word of the memory. */
function scoreAnswer(narrative: string) {
  const found = Object.entries(KEYWORDS).find(([word]) => narrative.toLowerCase().includes(word));
  const last = narrative.match(/\p{L}+/gu)?.at(-1) ?? narrative;
  const [word, significance] = found ?? [last, 0];
  return { reason: `It speaks of ${word}.`, significance };
}
