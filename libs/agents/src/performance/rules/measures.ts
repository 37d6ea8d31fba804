import type { FoundAmount } from '../../text/amounts.ts';
import type { Clause } from './clauses.ts';
import { labelOf, trimmed } from './label.ts';

/** A quantity or a percentage in a clause, with the words around it. */
export interface Measure extends FoundAmount {
  readonly before: string;
  readonly after: string;
  /** Words within it that are no number, such as its unit. */
  readonly unit: string;
}

const NUMBER_WORDS =
  /(?<![\p{L}])(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|and|percent|per cent|a|k|m|prozent|tausend|pour cent|por ciento|mil|mille)(?![\p{L}])|[\d.,'’%]+/giu;

/** The quantities and percentages of a clause. */
export function measuresIn(
  { text, amounts }: Clause,
  money: 'withMoney' | 'withoutMoney' = 'withoutMoney',
): readonly Measure[] {
  return amounts
    .filter(({ value }) => money === 'withMoney' || value.kind !== 'money')
    .map((amount) => ({
      ...amount,
      // Where something was taken back at once, spaces are left.
      before: text.slice(0, amount.start).replace(/ {2,}/g, ' '),
      after: text.slice(amount.end),
      unit: text.slice(amount.start, amount.end).replace(NUMBER_WORDS, ' ').trim(),
    }));
}

/** What directly follows a measure, as in "95 percent uptime"; `null` for none. */
export function nounAfter({ after, unit }: Measure, saidOn: string): string | null {
  const follows =
    /^ (?!(?:and|but|or|plus|by|in|at|on|against|versus|until|till|before|this|last|now|so|as|from|to|than|more than|less|up|down|already|currently|right|per|a|an|each|every|bis|avant|antes|am|im|pour|para|for|today|yesterday|since|compared|with|over|under|is|are|was|were|of the time)(?![\p{L}]))/iu.test(
      after,
    );
  const noun = follows
    ? labelOf(
        after
          .trim()
          .replace(/^(?:out )?(?:of|von|de|sur) (?:the |den |les |las |los )?\d+ /iu, '')
          .replace(/^(?:more|new|additional) /iu, '')
          .replace(
            /^(?:de|des|du|del|der|aller|von)(?: (?:las?|los|les|nos|nuestr[oa]s|unserer|den|der))? |^d['’]/iu,
            '',
          ),
        saidOn,
      )
    : null;
  return trimmed(
    [unit.replace(/^(?:more|additional|further|extra) /iu, ''), noun]
      .filter((part) => part)
      .join(' '),
  );
}
