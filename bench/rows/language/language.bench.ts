import { monitorEventLoopDelay } from 'node:perf_hooks';
import {
  DEFAULT_TEMPLATE,
  type SpokenText,
  type SummaryContent,
  type SummaryForm,
} from '#contracts/model';
import { narrativesOf, summaryParts } from '#domain';
import { countedOf, evidenceLines, RuleThreads, type LanguageEngine } from '#engines';
import { BuiltinLanguageEngine } from '../../../libs/engines/src/language/builtin.engine.ts';
import { median, timeOf } from '../../lib/measure.ts';
import type { BenchRow } from '../../lib/row.ts';
import { hourOfTalk } from './hour-of-talk.ts';

const ROUNDS = 5;
const SECOND_MS = 1_000;
/** No text may hold the loop for longer. */
const LOOP_MS = 50;
/** Limits of a call of the task that corrects. */
const SEGMENTS = 40;
const CHARACTERS = 2_000;

const FORM: SummaryForm = { template: DEFAULT_TEMPLATE, prompt: null, language: 'en' };

const call = { signal: new AbortController().signal };

/** The builtin engine, and the threads of its rules. */
interface Builtin {
  readonly engine: LanguageEngine;
  readonly rules: RuleThreads;
}

/** A part of what is done with an hour of talk. */
interface Work {
  readonly name: string;
  readonly what: (talk: readonly SpokenText[]) => string;
  readonly run: (builtin: Builtin, talk: readonly SpokenText[]) => Promise<unknown>;
}

const WORKS: readonly Work[] = [
  { name: 'corrected', what: (talk) => `${talk.length} segments`, run: correctAll },
  { name: 'scored', what: (talk) => `${narrativesOf(talk).length} memories`, run: scoreAll },
  {
    name: 'summarised',
    what: () => 'its parts, which are checked, and combined',
    run: summariseAll,
  },
];

/** An hour of talk, by the rules of the builtin engine in a thread of its own. */
export async function languageBench(): Promise<readonly BenchRow[]> {
  const rules = new RuleThreads({ threads: 1, timeoutMs: 60 * SECOND_MS });
  try {
    await rules.start();
    const builtin = { engine: new BuiltinLanguageEngine(rules), rules };
    const talk = hourOfTalk();
    const rows: BenchRow[] = [];
    for (const work of WORKS) rows.push(await measure(work, builtin, talk));
    return rows;
  } finally {
    await rules.close();
  }
}

async function measure(
  { name, what, run }: Work,
  builtin: Builtin,
  talk: readonly SpokenText[],
): Promise<BenchRow> {
  await run(builtin, talk);
  const loop = monitorEventLoopDelay({ resolution: 5 });
  const times: number[] = [];
  const cpuTimes: number[] = [];
  loop.enable();
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.cpuUsage();
    times.push(await timeOf(() => run(builtin, talk)));
    const { user, system } = process.cpuUsage(before);
    cpuTimes.push((user + system) / 1_000);
  }
  loop.disable();
  const longestMs = loop.max / 1e6;
  const words = talk.reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0);
  const ratio = median(cpuTimes) / SECOND_MS;
  return {
    name: `an hour of talk ${name} by builtin`,
    baseline: 'one second',
    unit: 'ms of processor time',
    ours: median(cpuTimes),
    raw: SECOND_MS,
    rounds: ROUNDS,
    ratio,
    aim: '≤ 1',
    met: ratio <= 1,
    remarks: [
      `${words} words in ${talk.length} turns: ${what(talk)}`,
      `in a thread; time that passed ${median(times).toFixed(0)} ms, which is more than the processor time when others use the machine`,
      `longest delay of the main loop ${longestMs.toFixed(0)} ms (aim ≤ ${LOOP_MS})`,
    ],
  };
}

/** As the task does: a few segments in a call, whose changes are then judged. */
async function correctAll({ engine, rules }: Builtin, talk: readonly SpokenText[]): Promise<void> {
  let before = '';
  for (const texts of segmentGroups(talk.map(({ text }) => text))) {
    const request = { speaker: '', texts, before, glossary: [], style: 'clean' } as const;
    const answers = await engine.correct(request, call);
    const changed = texts.flatMap((raw, at) => {
      const corrected = answers[at]?.text ?? raw;
      return corrected === raw ? [] : [{ raw, corrected, glossary: [], style: 'clean' as const }];
    });
    if (changed.length > 0) await rules.guard(changed, call);
    before = texts.at(-1) ?? '';
  }
}

function segmentGroups(texts: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  let characters = 0;
  for (const text of texts) {
    const group = groups.at(-1);
    characters += text.length;
    if (group !== undefined && group.length < SEGMENTS && characters <= CHARACTERS) {
      group.push(text);
    } else {
      groups.push([text]);
      characters = text.length;
    }
  }
  return groups;
}

async function scoreAll({ engine }: Builtin, talk: readonly SpokenText[]): Promise<void> {
  for (const narrative of narrativesOf(talk)) {
    await engine.score({ narrative, priorDialogue: talk.slice(0, 6) }, call);
  }
}

async function summariseAll(
  { engine, rules }: Builtin,
  talk: readonly SpokenText[],
): Promise<void> {
  const turns = talk.map((turn, at) => ({ ...turn, turnId: String(at) }));
  const parts: SummaryContent[] = [];
  for (const part of summaryParts(turns, engine.maxSummaryCharacters, engine.maxWholeCharacters)) {
    const content = await engine.summarise({ title: '', turns: part, form: FORM }, call);
    const lines = evidenceLines(part);
    const toCheck = {
      content,
      lines,
      about: [],
      counted: countedOf(part),
      language: FORM.language,
    };
    parts.push((await rules.checkSummary(toCheck, call)).content);
  }
  const request = { title: '', parts, counted: countedOf(turns), form: FORM };
  if (parts.length > 1) await engine.combine(request, call);
}
