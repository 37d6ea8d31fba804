import { AT_ONCE, NO_TASK, TASK_VERBS } from './tasks.table.ts';
import { whenOf } from './when.ts';

/** The person to whom a clause assigns its task. */
export type Assignee =
  | { readonly kind: 'speaker' }
  | { readonly kind: 'addressed'; readonly name: string | null }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'nobody' };

/** A task that a clause states. */
export interface StatedTask {
  readonly assignee: Assignee;
  /** The task, starting with the verb. */
  readonly task: string;
  /** Whether the clause asks for it, so that a reply counts. */
  readonly asked: boolean;
}

const ADVERBS =
  '(?: (?:also|then|just|definitely|quickly|now|all|probably|still|really|please|personally|go ahead and|try to|make sure to|be sure to))*';
/** Adverbs between the subject and the modal verb. */
const AFTER_SUBJECT =
  '(?: (?:also|still|all|just|really|then|probably|definitely|now|actually|both))*';
const PERSON = "(?<name>\\p{Lu}[\\p{L}’'-]*\\p{L}(?: (?:and )?\\p{Lu}[\\p{L}’'-]*\\p{L})?)";
const FIRM = "(?:'ll| will|'m going to| am going to|'m gonna)";
const TASK = `(?<task>${TASK_VERBS}\\b.*)`;
const SPEAKER_FIRM = new RegExp(`\\bi${AFTER_SUBJECT}${FIRM}${ADVERBS} (?<task>\\p{L}.*)`, 'iu');
const SPEAKER_NEEDS = new RegExp(
  `\\b(?:i${AFTER_SUBJECT} (?:need to|have to|must|should|can|promised to|promise to|want to)|i've got to|i ought to|let me)${ADVERBS} ${TASK}`,
  'iu',
);
const ASKED = new RegExp(
  `(?:^|[,.] ?|\\b(?:so|and|then|but) )(?:(?<name>\\p{L}[\\p{L}’'-]*), )?(?:can|could|would|will) you${ADVERBS} ${TASK}`,
  'iu',
);
const INSTRUCTED = new RegExp(
  `(?:^|[,.] ?)(?:(?<name>\\p{L}[\\p{L}’'-]*), )?(?:please(?: do)?|make sure(?: to| you| that you)?|don't forget to|remember to|be sure to|you (?:need|have) to|you must|you should|i need you to|i want you to|i'd like you to|you'll|you will)${ADVERBS} ${TASK}`,
  'iu',
);
const NAMED_ASKED = new RegExp(
  `(?:^|\\b)(?:[Cc]an|[Cc]ould|[Ll]et) ${PERSON} (?:please )?${TASK}`,
  'u',
);
const NAMED = new RegExp(
  `(?:^|[\\s,])${PERSON}${AFTER_SUBJECT}(?:'ll| will| is going to| are going to| is to| needs to| need to| has to| have to| should| must| is gonna| promised to| agreed to| offered to| volunteered to)${ADVERBS} ${TASK}`,
  'u',
);
const NOBODY = new RegExp(
  `\\b(?:we${AFTER_SUBJECT}(?:'ll| will| need to| have to| must|'re going to| are going to|'ve got to)|(?:someone|somebody|one of us)(?: needs to| has to| should| must| will)|(?:can|could) (?:someone|somebody|anyone|anybody))${ADVERBS} ${TASK}`,
  'iu',
);
const EVERYBODY = new RegExp(
  `\\b(?<name>everyone|everybody|all of you)(?:,? please| needs to| has to| should| must)${ADVERBS} ${TASK}`,
  'iu',
);
const LABELLED =
  /^(?:action(?: item)?|todo|to-do|to do|next step)s?(?: for (?<name>\p{L}+))?(?: is| are)?(?: to)?\s*[:–-]?\s+(?<task>\p{L}.*)/iu;
const NOT_ASSIGNED =
  /\b(?:if|unless|whether|would have|could have|should have|was going to|were going to|used to|not|never|don't|won't|can't|didn't|doesn't|isn't|shouldn't|needn't|said|says|thought|wish|imagine|suppose|what|how|why|where|who|when|remember when)\b/iu;
const NO_NAME =
  /^(?:i|it|he|she|they|we|you|this|that|there|these|those|what|who|so|and|but|then|please|yes|okay|ok|someone|somebody|everyone|everybody|the|nobody|nothing|which|if|maybe|also)$/iu;

/** The task that a clause states; `null` when it states none. */
export function taskIn(clause: string, isQuestion: boolean): StatedTask | null {
  const plain = clause.replaceAll('’', "'").trim();
  const labelled = LABELLED.exec(plain)?.groups;
  if (labelled) return statedTask({ ...labelled }, labelled['name'] ? 'named' : 'nobody');
  const asked = find(plain, ASKED) ?? find(plain, NAMED_ASKED) ?? find(plain, INSTRUCTED);
  if (asked !== null && !AT_ONCE.test(asked.task)) {
    const named = NAMED_ASKED.test(plain);
    return statedTask(
      asked,
      named ? 'named' : 'addressed',
      /\b(?:can|could|would|will)\b/iu.test(plain),
    );
  }
  const forNobody = find(plain, EVERYBODY) ?? find(plain, NOBODY);
  if (forNobody) return statedTask(forNobody, forNobody.name ? 'named' : 'nobody', isQuestion);
  if (isQuestion && !/\b(?:okay|ok|right|yeah|alright)\s*\?$/iu.test(plain)) return null;
  return speakers(plain) ?? named(plain);
}

function speakers(plain: string): StatedTask | null {
  const firm = find(plain, SPEAKER_FIRM);
  if (firm !== null && !NO_TASK.test(firm.task) && (isTask(firm.task) || whenOf(firm.task))) {
    return statedTask(firm, 'speaker');
  }
  const needs = find(plain, SPEAKER_NEEDS);
  if (needs === null || NO_TASK.test(needs.task)) return null;
  const weak = /\bi (?:can|want to|should)\b|\blet me\b/iu.test(plain);
  return weak && whenOf(needs.task) === null ? null : statedTask(needs, 'speaker');
}

function named(plain: string): StatedTask | null {
  const found = find(plain, NAMED);
  if (found === null || NO_TASK.test(found.task)) return null;
  return NO_NAME.test(found.name ?? '') ? null : statedTask(found, 'named');
}

function isTask(task: string): boolean {
  return new RegExp(`^${TASK_VERBS}\\b`, 'iu').test(task);
}

interface Found {
  readonly name?: string | undefined;
  readonly task: string;
}

/** The match of a pattern, unless the words before it show that no task is assigned. */
function find(plain: string, pattern: RegExp): Found | null {
  const found = pattern.exec(plain);
  const task = found?.groups?.['task'];
  if (found === null || task === undefined) return null;
  return NOT_ASSIGNED.test(plain.slice(0, found.index)) ? null : { ...found.groups, task };
}

function statedTask(
  { name, task = '' }: { readonly name?: string | undefined; readonly task?: string },
  kind: Assignee['kind'],
  asked = false,
): StatedTask {
  const known = name === undefined || NO_NAME.test(name) ? null : name;
  if (kind === 'addressed') return { assignee: { kind, name: known }, task, asked };
  if (kind === 'named' && name !== undefined) return { assignee: { kind, name }, task, asked };
  return { assignee: { kind: kind === 'speaker' ? kind : 'nobody' }, task, asked };
}
