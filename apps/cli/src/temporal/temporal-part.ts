import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Connection } from '@temporalio/client';
import { endsWithParent } from '../postgres/run-as.ts';
import { baseEnvironment } from '../supervisor/child-environment.ts';
import type { Part, PartCommand } from '../supervisor/part.ts';
import { hiddenAddress, type LocalAddress } from './hidden-address.ts';
import { addSearchAttributes } from './search-attributes.ts';

/** Program, ports and data folder of the built-in Temporal. */
export interface TemporalOptions {
  readonly program: string;
  readonly dataFolder: string;
  readonly namespace: string;
  readonly port: number;
}

/**
 * By default the task processors poll 20 times a second, which delays every step of a workflow by
 * 100 ms. Fairness with one partition keeps one owner's many tasks from delaying another owner. The HTTP API
 * would otherwise answer a web page that gives its own name this address.
 */
const DYNAMIC_CONFIG = [
  'history.transferProcessorMaxPollRPS=2000',
  'history.timerProcessorMaxPollRPS=2000',
  'history.visibilityProcessorMaxPollRPS=2000',
  'matching.enableFairness=true',
  'matching.numTaskqueueReadPartitions=1',
  'matching.numTaskqueueWritePartitions=1',
  'frontend.httpAllowedHosts=["127.0.0.1","localhost"]',
];

/** How long a check of the server may take. */
const ANSWER_MS = 8_000;

/** Every commit survives a power failure, and readers do not block on writers. */
const PRAGMAS = ['journal_mode=WAL', 'synchronous=FULL'];

/** Temporal's own development server with a database file in `<data folder>/temporal`. */
export class TemporalPart implements Part {
  readonly name = 'temporal';
  readonly title = 'Temporal';
  readonly readyTimeoutMs = 120_000;
  readonly stopSignal = 'SIGTERM';
  readonly stopGraceMs = 15_000;

  /** Where the Web UI listens; nobody but its door knows it. */
  webUi: LocalAddress | null = null;

  constructor(private readonly options: TemporalOptions) {}

  async prepare(): Promise<void> {
    mkdirSync(path.join(this.options.dataFolder, 'temporal'), { recursive: true });
    this.webUi = await hiddenAddress();
  }

  command(): PartCommand {
    const start = [this.options.program, 'server', 'start-dev', ...this.addresses(), ...tuning()];
    const [file = '', ...args] = [...endsWithParent('TERM'), ...start];
    return { file, args, env: baseEnvironment(), channel: false };
  }

  async isReady(): Promise<boolean> {
    const address = `127.0.0.1:${this.options.port}`;
    const connection = await Connection.connect({ address, connectTimeout: 1_000 });
    try {
      const { namespace } = this.options;
      await connection.withDeadline(Date.now() + ANSWER_MS, async () => {
        await connection.workflowService.describeNamespace({ namespace });
        await addSearchAttributes(connection, namespace);
      });
      return true;
    } finally {
      await connection.close();
    }
  }

  private addresses(): string[] {
    const { port, namespace, dataFolder } = this.options;
    const file = path.join(dataFolder, 'temporal', 'temporal.db');
    const ports = ['--ip', '127.0.0.1', '--port', String(port)];
    const { webUi } = this;
    const ui = webUi === null ? ['--headless'] : uiAddress(webUi);
    const named = namespace === 'default' ? [] : ['--namespace', namespace];
    return [...ports, ...ui, '--db-filename', file, ...named];
  }
}

function uiAddress({ host, port }: LocalAddress): string[] {
  return ['--ui-ip', host, '--ui-port', String(port)];
}

function tuning(): string[] {
  return [
    ...PRAGMAS.flatMap((pragma) => ['--sqlite-pragma', pragma]),
    ...DYNAMIC_CONFIG.flatMap((value) => ['--dynamic-config-value', value]),
    ...['--ui-disable-news-fetch', '--log-format', 'json', '--log-level', 'warn'],
  ];
}
