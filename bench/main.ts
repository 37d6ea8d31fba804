import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { printed, type BenchResult } from './lib/row.ts';
import { acceptBench } from './rows/accept.bench.ts';
import { agentsBench } from './rows/agents/agents.bench.ts';
import { backupBench } from './rows/backup/backup.bench.ts';
import { purgeBench } from './rows/bin/purge.bench.ts';
import { checkBench } from './rows/check.bench.ts';
import { durabilityBench } from './rows/durability/durability.bench.ts';
import { exchangesBench } from './rows/exchanges.bench.ts';
import { growthBench } from './rows/growth.bench.ts';
import { hostileBench } from './rows/hostile.bench.ts';
import { languageBench } from './rows/language/language.bench.ts';
import { longConversationBench } from './rows/language/long-conversation.bench.ts';
import { pipelineBench } from './rows/pipeline.bench.ts';
import { replayBench } from './rows/replay.bench.ts';
import { searchBench } from './rows/search.bench.ts';
import { speechBench } from './rows/speech.bench.ts';
import { sseBench } from './rows/sse.bench.ts';
import { summaryBench } from './rows/summary.bench.ts';
import { workflowBench } from './rows/workflow.bench.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    parts: { type: 'string', default: '' },
    minutes: { type: 'string', default: '30' },
    conversations: { type: 'string', default: '1000' },
  },
});

/** The benchmarks, by the names that `npm run bench -- …` accepts. */
const BENCHES = {
  accept: acceptBench,
  exchanges: exchangesBench,
  workflow: workflowBench,
  summary: summaryBench,
  sse: sseBench,
  growth: growthBench,
  hostile: hostileBench,
  language: languageBench,
  long: longConversationBench,
  agents: agentsBench,
  backup: backupBench,
  check: checkBench,
  purge: purgeBench,
  replay: replayBench,
  search: searchBench,
  /** `--parts recovery,cancel` measures only these. */
  durability: () => durabilityBench(values.parts.split(',')),
  /** `--conversations 100` processes fewer conversations. */
  pipeline: () => pipelineBench(Number(values.conversations)),
  /** `--minutes 10` shortens the recording. */
  speech: () => speechBench(Number(values.minutes)),
} as const;
type BenchName = keyof typeof BENCHES;

const isBench = (name: string): name is BenchName => name in BENCHES;

const requested = positionals.filter(isBench);
const names = requested.length > 0 ? requested : Object.keys(BENCHES).filter(isBench);
const [cpu] = os.cpus();
console.log(
  `${os.availableParallelism()} cores, ${cpu?.model ?? 'unknown'}, Node ${process.version}\n`,
);
const rows: BenchResult[] = [];
for (const name of names) {
  const results: readonly BenchResult[] = [await BENCHES[name]()].flat();
  rows.push(...results);
  for (const result of results) console.log(`${printed(result)}\n`);
}
await mkdir('bench/results', { recursive: true });
await writeFile(
  `bench/results/${new Date().toISOString().replaceAll(':', '-')}.json`,
  JSON.stringify({ cores: os.availableParallelism(), cpu: cpu?.model, rows }, null, 2),
);
