/** A version of the workers' workflows, as Temporal knows it. */
export interface KnownVersion {
  readonly buildId: string;
  /** Whether new runs have ever begun with it. */
  readonly wasCurrent: boolean;
}

/** What is known of the versions when a worker asks whether its own should be the current one. */
export interface VersionSituation {
  readonly own: string;
  /** `null` when none is. */
  readonly current: string | null;
  readonly known: readonly KnownVersion[];
  /** Versions that a worker polls for at this moment. */
  readonly served: readonly string[];
}

/**
 * Whether new runs are to begin with this worker's version from now on: when there is no other, when
 * nobody serves the other any more, or when this one is new. An old worker that is started again
 * beside a newer one changes nothing.
 */
export function shouldBecomeCurrent({ own, current, known, served }: VersionSituation): boolean {
  if (current === own) return false;
  if (current === null || !served.includes(current)) return true;
  return !known.some(({ buildId, wasCurrent }) => buildId === own && wasCurrent);
}
