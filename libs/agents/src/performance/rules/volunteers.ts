import type { FactDraft, SourceLine } from '#contracts/model';
import type { TextSpan } from '../../text/sentences.ts';
import { withoutFillers } from './fillers.ts';
import { type AskingLine, requestDraft } from './request.ts';
import { workVerb } from './verbs.ts';

/** "Who is doing the survey?", answered by "I'll do it". */
const WHO_DOES =
  /^(?:(?:can|could|would|will) (?:someone|somebody|anyone|anybody)|(?:is )?(?:anyone|anybody|someone|somebody) (?:free|able|willing|up) (?:to|for)|who(?:['’]s| is| will| can| could| wants to| would like to| takes| does)(?: going to)?) (?<what>[^?]+?)\?/iu;
/** "Somebody has to clean the grill", answered by "I'll do it". */
const SOMEBODY =
  /^(?:somebody|someone|one of us) (?:has to|needs to|should|must|ought to) (?<what>[^?]+?)\?/iu;
const VOLUNTEERS =
  /^(?:i['’]?ll(?: do| take| handle|$|[.!,])|i will|i can(?: do| take|$|[.!,])|me(?:[.!,]|$)|i am(?:[.!,]|$)|i do(?:[.!,]|$)|i['’]d (?:do|take)|let me|that(?:['’]s|['’]d be| would be| will be|['’]ll be) me|i['’]?m (?:on it|doing (?:it|that)))/iu;

/** The work of nobody in particular that an answer takes on; `null` for none. */
export function volunteerFor(
  sentence: TextSpan,
  answer: SourceLine,
  asking: AskingLine,
): FactDraft | null {
  const question = `${withoutFillers(sentence.text.replace(/\?.*$/su, '')).text}?`;
  const asked = sentence.text.includes('?') ? WHO_DOES : SOMEBODY;
  const what = asked.exec(question)?.groups?.['what'];
  const answered = withoutFillers(answer.text.slice(0, MOST_ANSWERED)).text.slice(0, 80);
  if (what === undefined || !isWorkOf(question, what) || !VOLUNTEERS.test(answered)) return null;
  return requestDraft(sentence, asking, what, null);
}

/** "Who's bringing the cake?", but not "who's hungry?". */
function isWorkOf(question: string, what: string): boolean {
  if (/^(?:the|our|a|an|this|that|all)(?![\p{L}])/iu.test(what))
    return /^who (?:takes|does)/iu.test(question);
  const verb = /^(?:going to )?(\p{L}+)/iu.exec(what)?.[1] ?? '';
  if (workVerb(verb) !== null || /^(?:in charge|responsible)/iu.test(what)) return true;
  return (
    /ing$/iu.test(verb) &&
    !/^(?:com|go|join|stay|eat|feel|hav|sitt|lead|miss|talk)ing$/iu.test(verb)
  );
}

/** So many characters of an answer are read: what matters comes first. */
const MOST_ANSWERED = 400;
