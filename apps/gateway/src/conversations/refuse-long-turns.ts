import { LONGEST_TURN } from '#contracts/model';
import { AppError } from '#platform';

/**
 * Refuses a text that is longer than a turn may be. Everything that reads a turn takes time in
 * proportion to its length, so the length bounds it.
 * @param path where the text is in the body of the request
 * @throws AppError `turn_too_long`
 */
export function refuseLongTurn(text: string, path: string): void {
  if (text.length <= LONGEST_TURN) return;
  const lengths = `${text.length} characters; the limit is ${LONGEST_TURN}`;
  throw new AppError('turn_too_long', `The text in \`${path}\` has ${lengths}.`, {
    details: { path, characters: text.length, limit: LONGEST_TURN },
  });
}
