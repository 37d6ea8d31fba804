import type { TaskSettings } from '#contracts/tasks';

const COMPARED = [
  ...(['engine', 'language', 'channels', 'track', 'tracks'] as const),
  ...(['diarisation', 'speakers', 'minSpeakers', 'maxSpeakers'] as const),
];

/** Whether a task has all given settings. */
export function hasSettings(present: TaskSettings, given: TaskSettings): boolean {
  return COMPARED.every((name) => given[name] === undefined || given[name] === present[name]);
}

/** Settings that exclude each other: giving one of them takes the others away. */
const EXCLUSIVE = [
  ['track', 'tracks'],
  ['diarisation', 'speakers', 'minSpeakers', 'maxSpeakers'],
] as const;

/** The settings of a task after some were given. */
export function withSettings(present: TaskSettings, given: TaskSettings): TaskSettings {
  const replaced = EXCLUSIVE.filter((names) => names.some((name) => given[name] !== undefined));
  const gone: ReadonlySet<string> = new Set(replaced.flat());
  const kept = Object.entries(present).filter(([name]) => !gone.has(name));
  return { ...Object.fromEntries(kept), ...given };
}
