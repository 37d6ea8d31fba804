import type { Conversation } from '../api/types.ts';
import { piecesWith } from '../shared/word-pieces.ts';

/** How much was said in a conversation, such as `2 recordings and 1 other part`. */
export function sizeOf({
  exchangeCount,
  clipCount,
}: Pick<Conversation, 'exchangeCount' | 'clipCount'>): string {
  if (exchangeCount === 0) return 'nothing said yet';
  if (clipCount === 0) return exchangeCount === 1 ? '1 part' : `${exchangeCount} parts`;
  const recordings = clipCount === 1 ? '1 recording' : `${clipCount} recordings`;
  const others = exchangeCount - clipCount;
  if (others <= 0) return recordings;
  return `${recordings} and ${others} other ${others === 1 ? 'part' : 'parts'}`;
}

/** The tags in which one of the words occurs. */
export function tagsWith(tags: readonly string[], words: readonly string[]): readonly string[] {
  return tags.filter((tag) => piecesWith(tag, words).some(({ isFound }) => isFound));
}
