/** A turn as it is sent. */
export interface TypedTurn {
  readonly speaker: string;
  readonly text: string;
}

const NAMED_LINE = /^([^\s:：][^:：]{0,39})[:：]\s+(\S.*)$/u;

/**
 * Reads what a person typed. Several lines that each begin with a name and a colon are as many
 * turns; anything else is one turn, line breaks and all.
 *
 * @param text - As it was typed.
 * @param speaker - Who speaks where no name says otherwise.
 * @returns At least one turn; none when nothing was typed.
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
