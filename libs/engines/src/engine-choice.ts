import type { TaskType } from '#contracts/tasks';
import { AppError } from '#platform';

/** The engines of one kind, by the names by which tasks request them. */
export class EngineChoice<Engine> {
  /**
   * @param defaultName name of the engine for tasks that request none; a key of `engines`
   * @param namesOfTypes the same for the task types that have a default engine of their own
   */
  constructor(
    private readonly engines: ReadonlyMap<string, Engine>,
    private readonly defaultName: string,
    private readonly namesOfTypes: Readonly<Partial<Record<TaskType, string>>> = {},
  ) {}

  /** A choice of a single engine, under the name `only`. */
  static ofOne<Engine>(engine: Engine): EngineChoice<Engine> {
    return new EngineChoice(new Map([['only', engine]]), 'only');
  }

  /** All engines, in insertion order. */
  get all(): readonly Engine[] {
    return [...this.engines.values()];
  }

  /** The name of the engine that does the work of a task. @param requested the one that the task requests */
  nameOf(requested: string = this.defaultName): string {
    return requested;
  }

  /**
   * @param name the engine that a task requests; the default engine when omitted
   * @throws AppError `engine_unknown`, whose message lists the known names
   */
  choose(name: string = this.defaultName): Engine {
    const engine = this.engines.get(name);
    if (engine !== undefined) return engine;
    const known = [...this.engines.keys()].join(', ');
    throw new AppError('engine_unknown', `This worker has no engine “${name}”; it has ${known}.`);
  }

  /**
   * The engine of a task.
   * @param name the engine that it requests; the default engine of its type when omitted
   * @throws AppError `engine_unknown`
   */
  chooseFor(type: TaskType, name?: string): Engine {
    return this.choose(name ?? this.namesOfTypes[type]);
  }
}
