import type { TaskSettings } from '#contracts/tasks';

const COMPARED = ['engine', 'language', 'channels', 'track', 'tracks'] as const;

/** Whether a task has all given settings. */
export function hasSettings(present: TaskSettings, given: TaskSettings): boolean {
  return COMPARED.every((name) => given[name] === undefined || given[name] === present[name]);
}

/** The settings of a task after some were given: one track and all tracks replace each other. */
export function withSettings(present: TaskSettings, given: TaskSettings): TaskSettings {
  const { track: _track, tracks: _tracks, ...kept } = present;
  const choosesTracks = given.track !== undefined || given.tracks !== undefined;
  return { ...(choosesTracks ? kept : present), ...given };
}
