import { TASK_VERBS } from './tasks.table.ts';

const NAME = "(?-i:\\p{Lu}[\\p{L}'’-]+)";
const SUBJECT = `(?:i|we|you|he|she|they|someone|somebody|everyone|everybody|please|let me|(?:the )?${NAME}(?: (?:and )?${NAME}){0,2})`;
const MODAL =
  "(?:'ll|'m going to|'m gonna|'re going to|'s going to| will| can| am going to| is going to| are going to| need to| needs to| have to| has to| must| should| could| ought to)";
const NEXT_TASK = new RegExp(
  `(?:[,;]\\s*(?:and |but |then |so |while )*|\\s+(?:and|but|while|then)\\s+(?:then |so )?)(?=${SUBJECT}${MODAL}\\b|please ${TASK_VERBS}\\b|(?:can|could|would|will) you\\b|(?:can|could) ${NAME}\\b)`,
  'giu',
);

/** A name alone. */
const CALL = /^\s*\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)?\s*$/u;

/** Splits a sentence where it states another task or assignee. */
export function clausesOf(sentence: string): readonly string[] {
  const clauses: string[] = [];
  let called = '';
  for (const clause of sentence.split(NEXT_TASK)) {
    if (clause.trim() === '') continue;
    const whole = called + clause;
    // "Tom, you're going to book it": whom it calls belongs to the task.
    called = CALL.test(whole) ? `${whole.trim()}, ` : '';
    if (called === '') clauses.push(whole);
  }
  return called === '' ? clauses : [...clauses, called.slice(0, -2)];
}
