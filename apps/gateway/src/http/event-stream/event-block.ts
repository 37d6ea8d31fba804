/** A server-sent event. */
export interface StreamEvent {
  readonly type: string;
  /**
   * A client sends it as `Last-Event-ID` when it reconnects; without one, the previous id stays.
   */
  readonly id?: number | string | undefined;
  /** Data without line breaks. */
  readonly data: string;
}

/** The text of an event in an event stream. */
export function eventBlock({ type, id, data }: StreamEvent): string {
  return `event: ${type}\n${idLine(id)}data: ${data}\n\n`;
}

/**
 * A comment that clients ignore; it keeps idle connections open.
 * @param id becomes the last event id of the client nevertheless
 */
export function commentBlock(comment: string, id?: number): string {
  return `${idLine(id)}: ${comment}\n\n`;
}

function idLine(id: number | string | undefined): string {
  return id === undefined ? '' : `id: ${id}\n`;
}
