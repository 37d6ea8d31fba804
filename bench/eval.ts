import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { FaultyCasesError } from '../libs/engines/src/eval/read-lines.ts';
import { runEvaluations } from './eval/run-evaluations.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    json: { type: 'string' },
    model: { type: 'string', multiple: true },
    modelUrl: { type: 'string', multiple: true },
    modelKey: { type: 'string' },
    smallModel: { type: 'boolean' },
  },
});

try {
  const { met, evaluations } = await runEvaluations(positionals, values);
  process.exitCode = met ? 0 : 1;
  if (values.json !== undefined) {
    const machine = { cores: os.availableParallelism(), cpu: os.cpus()[0]?.model };
    const report = { at: new Date().toISOString(), node: process.version, machine, evaluations };
    await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
  }
} catch (error) {
  if (!(error instanceof FaultyCasesError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
