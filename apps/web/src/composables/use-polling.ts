import { onMounted, onScopeDispose, ref, type Ref } from 'vue';
import { problemOfError, type PageProblem } from '../api/problem.ts';

/** How and when to look again. */
export interface PollingOptions {
  readonly intervalMs: number;
  /** Whether there is anything that could change by itself. */
  readonly active: () => boolean;
}

/** What polling knows. */
export interface Polling {
  readonly problem: Readonly<Ref<PageProblem | null>>;
  readonly loaded: Readonly<Ref<boolean>>;
  /** Looks now, whatever the timer says. */
  readonly refresh: () => Promise<void>;
}

/**
 * Loads at once, when a person comes back to the tab, and again and again while something is
 * going on or cannot be reached and the tab is in view.
 *
 * @param load - Fetches and keeps what the component shows; may throw.
 */
export function usePolling(load: () => Promise<void>, options: PollingOptions): Polling {
  const problem = ref<PageProblem | null>(null);
  const loaded = ref(false);
  const attempt = async () => {
    try {
      await load();
      problem.value = null;
    } catch (error) {
      problem.value = problemOfError(error);
    }
    loaded.value = true;
  };
  const refresh = singleFlight(attempt);
  repeatWhileVisible(
    refresh,
    options.intervalMs,
    () => options.active() || isPassing(problem.value),
  );
  onMounted(refresh);
  return { problem, loaded, refresh };
}

/** Only what has to do with reachability can get better by asking again. */
function isPassing(problem: PageProblem | null): boolean {
  return problem !== null && problem.code !== 'not_found' && problem.code !== 'invalid_request';
}

/** While one call runs, further ones wait for one more call that begins after it. */
function singleFlight(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const begin = (): Promise<void> => {
    next = null;
    running = work().finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (running === null) return begin();
    next ??= running.then(begin);
    return next;
  };
}

function repeatWhileVisible(
  refresh: () => Promise<void>,
  intervalMs: number,
  active: () => boolean,
) {
  const timer = setInterval(() => {
    if (active() && !document.hidden) void refresh();
  }, intervalMs);
  const onVisible = () => {
    if (!document.hidden) void refresh();
  };
  document.addEventListener('visibilitychange', onVisible);
  onScopeDispose(() => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', onVisible);
  });
}
