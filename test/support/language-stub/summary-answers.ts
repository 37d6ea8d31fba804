/** Statements that no conversation of the tests bears out; each cites the first turn. */
export const INVENTED_STATEMENTS = [
  'Wolfgang Amadeus paid for it in Salzburg.',
  'The budget is 987,654 dollars.',
  'Everything begins on 31 February 2031 at midnight.',
  'Stakeholders align on synergies and deliver excellence.',
] as const;

/** A summary with invented statements in each of its parts. */
export function withInvented(answer: unknown): unknown {
  const invented = INVENTED_STATEMENTS.map((text) => ({ text, sources: [1] }));
  const right: object = typeof answer === 'object' && answer !== null ? answer : {};
  const of = (part: string): readonly unknown[] => {
    const known: unknown = Object.entries(right).find(([name]) => name === part)?.[1];
    return Array.isArray(known) ? known : [];
  };
  return {
    ...right,
    overview: INVENTED_STATEMENTS.join(' '),
    topics: ['Wolfgang Amadeus'],
    keyPoints: [...of('keyPoints'), ...invented],
    decisions: [...of('decisions'), ...invented],
    actionItems: [
      ...of('actionItems'),
      ...invented.map((point) => ({ ...point, who: 'Wolfgang', when: 'on 31 February' })),
    ],
  };
}

/** In another language than that of any conversation of the tests. */
export const GERMAN_SUMMARY = {
  overview:
    'Die beiden haben darüber gesprochen, dass der Start nicht auf den Mai verschoben wird.',
  topics: ['der Start'],
  keyPoints: [
    { text: 'Der Start ist im Mai, und die Presse weiß noch nichts davon.', sources: [1] },
  ],
  decisions: [],
  actionItems: [],
};
