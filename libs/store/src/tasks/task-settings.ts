import type { TaskSettings } from '#contracts/tasks';

/** Whether all settings that are given are as a task has them. */
export function hasSettings(present: TaskSettings, given: TaskSettings): boolean {
  const { engine = present.engine, language = present.language } = given;
  return engine === present.engine && language === present.language;
}
