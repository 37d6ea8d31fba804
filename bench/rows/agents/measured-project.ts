import { AGENT_NAMES } from '#agents';
import { ApiClient } from '../../../test/support/api-client.ts';
import { ProjectClient } from '../../../test/support/project-client.ts';
import { projectTalks } from '../../../test/support/project-talks.ts';
import { pidOf, type Stack } from '../../../test/support/stack.ts';
import { cpuMsOf } from '../../lib/cpu-time.ts';
import { inParallel, timeOf } from '../../lib/measure.ts';
import type { LoopDelays } from '../../lib/loop-delays.ts';
import { StackDatabase } from '../../lib/stack-database.ts';

const TIMEOUT_MS = 15 * 60_000;
const CONCURRENCY = 8;

type Talks = ReturnType<typeof projectTalks>;

/** How long all reports of a project took, and what they cost the worker. */
export interface MeasuredRefresh {
  readonly ms: number;
  /** CPU time of the worker. */
  readonly cpuMs: number;
  readonly heldMs: number;
}

/** A project on a running stack, whose reports are measured. */
export class MeasuredProject {
  readonly agents = AGENT_NAMES;

  private constructor(
    readonly api: ApiClient,
    readonly project: ProjectClient,
    readonly database: StackDatabase,
    private readonly stack: Stack,
    private readonly delays: LoopDelays,
  ) {}

  static async create(
    stack: Stack,
    database: StackDatabase,
    delays: LoopDelays,
  ): Promise<MeasuredProject> {
    const api = new ApiClient(stack.baseUrl);
    const project = await ProjectClient.create(api);
    return new MeasuredProject(api, project, database, stack, delays);
  }

  /** Adds a conversation for each talk, and waits until all other work is done. */
  async add(talks: Talks): Promise<void> {
    await inParallel(talks.length, CONCURRENCY, (number) =>
      this.project.converse(talks[number] ?? []),
    );
    await this.database.settled();
  }

  /** Adds an exchange of one turn to a conversation, and waits until all other work is done. */
  async say(text: string): Promise<void> {
    const { items } = await this.api.json<{ items: readonly { id: string }[] }>(
      `/conversations?projectId=${this.project.id}&limit=1`,
    );
    await this.api.say(items[0]?.id ?? '', { speaker: 'Ada', text });
    await this.database.settled();
  }

  /** Number of facts that all agents have read. */
  countFacts(): Promise<number> {
    const count = 'SELECT count(*) AS value FROM facts WHERE project_id = $1';
    return this.database.number(count, [this.project.id]);
  }

  /** Makes the reports of all agents at the same time. */
  async refresh(): Promise<MeasuredRefresh> {
    const worker = pidOf('worker', this.stack);
    const [since, cpuBefore] = [Date.now(), cpuMsOf(worker)];
    const ms = await timeOf(async () => {
      const tasks = await Promise.all(this.agents.map((agent) => this.project.request(agent)));
      await Promise.all(tasks.map(({ id }) => this.api.until(id, 'completed', TIMEOUT_MS)));
    });
    const cpuMs = cpuMsOf(worker) - cpuBefore;
    return { ms, cpuMs, heldMs: await this.delays.longestMs(worker, since) };
  }
}

/** What a refresh took, as people read it. */
export function shownRefresh({ ms, cpuMs, heldMs }: MeasuredRefresh): string {
  const [time, cpu] = [ms, cpuMs].map((each) => `${(each / 1000).toFixed(2)} s`);
  return `${time}; the worker used ${cpu} of CPU, and its loop was held ${heldMs.toFixed(0)} ms at most`;
}
