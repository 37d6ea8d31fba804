import type { Engines, TaskTypeInfo } from '../api/types.ts';
import { enginesFor } from '../tasks/run-settings.ts';

/** The engine of a task type. */
export interface EngineRow {
  readonly type: TaskTypeInfo['type'];
  readonly name: string;
  readonly engine: string;
  /** The other engines that its tasks may request. */
  readonly others: readonly string[];
}

/** A row for each task type that uses an engine, in the order of the types. */
export function engineRows(
  engines: Pick<Engines, 'speech' | 'language'>,
  types: readonly Pick<TaskTypeInfo, 'type' | 'name' | 'engine'>[],
): readonly EngineRow[] {
  return types.flatMap((info) => {
    const offered = enginesFor(info, engines);
    if (offered === null) return [];
    const others = offered.available.filter((name) => name !== offered.default);
    return [{ type: info.type, name: info.name, engine: offered.default, others }];
  });
}
