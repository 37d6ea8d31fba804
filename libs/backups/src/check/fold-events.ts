import { dropPurged, replay, type Replayed } from '#domain';
import type { ProjectionView } from '#store';

/** What a replay reports while it goes on, and how it is stopped. */
export interface Progress {
  /** Aborts the work. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each page of events. @param eventNumber number of the last event so far */
  readonly onEvents?: ((eventNumber: number) => void) | undefined;
}

/**
 * Applies the events after a state to it, page by page.
 * @param state is changed
 * @param upTo number of the last event; by default of the last that there is
 * @returns number of events that were applied
 */
export async function foldEvents(
  view: ProjectionView,
  state: Replayed,
  { upTo, signal, onEvents }: Progress & { readonly upTo?: number | undefined } = {},
): Promise<number> {
  let count = 0;
  for await (const page of view.events(state.eventNumber, upTo)) {
    signal?.throwIfAborted();
    for (const event of page) replay(state, event);
    count += page.length;
    onEvents?.(state.eventNumber);
  }
  dropPurged(state);
  if (upTo !== undefined) state.eventNumber = upTo;
  return count;
}
