import { AppError } from '#platform';

/** Engines of one kind by their names, of which tasks may ask for one. */
export class EngineChoice<Engine> {
  /** @param fallback name of the engine for tasks that ask for none; it must be among them */
  constructor(
    private readonly engines: ReadonlyMap<string, Engine>,
    private readonly fallback: string,
  ) {}

  /** A choice without a choice, under the name `only`. */
  static ofOne<Engine>(engine: Engine): EngineChoice<Engine> {
    return new EngineChoice(new Map([['only', engine]]), 'only');
  }

  /** All engines, in the order in which they were given. */
  get all(): readonly Engine[] {
    return [...this.engines.values()];
  }

  /**
   * @param name what the settings of a task ask for, if anything
   * @throws AppError `engine_unknown`, which names what there is
   */
  choose(name: string = this.fallback): Engine {
    const engine = this.engines.get(name);
    if (engine !== undefined) return engine;
    const known = [...this.engines.keys()].join(', ');
    throw new AppError('engine_unknown', `This worker has no engine “${name}”; it has ${known}.`);
  }
}
