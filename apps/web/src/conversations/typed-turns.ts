/** A typed turn to be sent. */
export interface TypedTurn {
  readonly speaker: string;
  readonly text: string;
}

const NAMED_LINE = /^([^\s:：][^:：]{0,39})[:：]\s+(\S.*)$/u;

/**
 * Parses typed text. If there are several lines and each starts with a name and a colon, each line
 * is a turn; otherwise the whole text is one turn, including line breaks.
 *
 * @param text - The typed text.
 * @param speaker - The speaker of a turn without a name.
 * @returns At least one turn; none for empty text.
 */
export function turnsOf(text: string, speaker: string): readonly TypedTurn[] {
  const typed = text.trim();
  if (typed === '') return [];
  const lines = typed.split(/\n+/).map((line) => NAMED_LINE.exec(line.trim()));
  const named = lines.flatMap((line) =>
    line?.[1] === undefined || line[2] === undefined
      ? []
      : [{ speaker: line[1].trim(), text: line[2].trim() }],
  );
  return lines.length > 1 && named.length === lines.length ? named : [{ speaker, text: typed }];
}
