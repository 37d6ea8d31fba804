import type { Summary } from '../api/types.ts';

/** A list of words that a summary shows before its points. */
export interface WordList {
  readonly title: string;
  readonly items: readonly string[];
}

/** Attendees and topics, where the template of a summary shows them: in minutes. */
export function partsBefore({
  template,
  attendees,
  topics,
}: Pick<Summary, 'template' | 'attendees' | 'topics'>): readonly WordList[] {
  if (template !== 'minutes') return [];
  return [
    { title: 'Attendees', items: attendees },
    { title: 'Topics', items: topics },
  ].filter(({ items }) => items.length > 0);
}

/** "3 statements were left out because the conversation does not bear them out." */
export function leftOutWords({ leftOut }: Pick<Summary, 'leftOut'>): string | null {
  if (leftOut === null || leftOut.count === 0) return null;
  const isOne = leftOut.count === 1;
  const what = isOne ? '1 statement was' : `${leftOut.count} statements were`;
  const them = isOne ? 'it' : 'them';
  const reasons = REASONS.flatMap(([reason, words]) => {
    const count = leftOut.reasons[reason] ?? 0;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  return `${what} left out because the conversation does not bear ${them} out: ${reasons.join(', ')}.`;
}

type Reason = keyof NonNullable<Summary['leftOut']>['reasons'];

const REASONS: readonly (readonly [reason: Reason, words: string])[] = [
  ['name', 'with a name that is not said there'],
  ['number', 'with another number'],
  ['date', 'with another date'],
  ['negation', 'of which the opposite is said'],
  ['not_said', 'that nobody said'],
];

/** "Its points draw on 12 of 40 turns, 31 % of the text." and how they are spread. */
export function coverageWords({ coverage }: Pick<Summary, 'coverage'>): string | null {
  if (coverage === null) return null;
  const { turnsCited, turnCount, textShare, thirds } = coverage;
  const turns = `${turnsCited} of ${turnCount} ${turnCount === 1 ? 'turn' : 'turns'}`;
  const spread = `${thirds[0]} from the first third, ${thirds[1]} from the second, ${thirds[2]} from the last`;
  return `Its points draw on ${turns}, ${Math.round(100 * textShare)} % of the text: ${spread}.`;
}
