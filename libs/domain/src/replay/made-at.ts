import type { MadeEarlier } from './logged-event.ts';

/** When something was made, in milliseconds since 1970: with its event, unless it was imported. */
export function madeAt(event: { readonly createdAt: Date; readonly data: MadeEarlier }): number {
  const { madeAt: earlier } = event.data;
  return earlier === undefined ? event.createdAt.getTime() : Date.parse(earlier);
}
