/** A server-sent event. */
export interface StreamEvent {
  readonly type: string;
  /** What a reader that breaks off sends back as `Last-Event-ID`; without one, the last id stays. */
  readonly id?: number | string | undefined;
  /** In one line. */
  readonly data: string;
}

/** The text of an event in a stream. */
export function eventBlock({ type, id, data }: StreamEvent): string {
  return `event: ${type}\n${idLine(id)}data: ${data}\n\n`;
}

/**
 * A line that readers skip; it keeps connections open that nothing else is said over.
 * @param id taken note of by readers all the same
 */
export function commentBlock(comment: string, id?: number): string {
  return `${idLine(id)}: ${comment}\n\n`;
}

function idLine(id: number | string | undefined): string {
  return id === undefined ? '' : `id: ${id}\n`;
}
