import type { TaskSettings } from '#contracts/tasks';

/** Whether a task has all given settings. */
export function hasSettings(present: TaskSettings, given: TaskSettings): boolean {
  const { engine = present.engine, language = present.language } = given;
  return engine === present.engine && language === present.language;
}
