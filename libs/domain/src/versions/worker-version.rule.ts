/** A version of the workers' workflows that Temporal knows. */
export interface KnownVersion {
  readonly buildId: string;
  /** Whether it has ever been the current version. */
  readonly wasCurrent: boolean;
}

/** The versions at the time when a worker asks whether its own should become current. */
export interface VersionSituation {
  readonly own: string;
  /** Build id of the current version; `null` when there is none. */
  readonly current: string | null;
  readonly known: readonly KnownVersion[];
  /** Build ids of the versions that have a poller now. */
  readonly served: readonly string[];
}

/**
 * Whether this worker's version should become the one that new runs start with: when there is no
 * current version, when no worker serves the current version, or when this one is new. Restarting
 * an old worker next to a newer one changes nothing.
 */
export function shouldBecomeCurrent({ own, current, known, served }: VersionSituation): boolean {
  if (current === own) return false;
  if (current === null || !served.includes(current)) return true;
  return !known.some(({ buildId, wasCurrent }) => buildId === own && wasCurrent);
}
