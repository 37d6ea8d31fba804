import { atStart, type FactPattern, type FoundParts, NOUNS } from '../pattern.ts';
import { hasMilestone, isAppointment } from './milestone-nouns.ts';

/** Whether an event is named that projects plan for. */
export const named = ({ what }: FoundParts) => hasMilestone(what);
/** Whether it is something else than an appointment of people. */
export const noAppointment = ({ what }: FoundParts) => !isAppointment(what);

const IS_MOVE: ReadonlySet<string> = new Set(['moved', 'brought forward', 'postponed']);

type MilestoneStatus =
  'planned' | 'moved' | 'brought forward' | 'postponed' | 'cancelled' | 'reached';

/** How a milestone of a status is stated. */
export const milestone = (
  status: MilestoneStatus,
  pattern: string,
  more: Partial<FactPattern> = {},
): FactPattern => ({
  type: 'milestone',
  status,
  pattern: atStart(pattern),
  accepts: noAppointment,
  ...(IS_MOVE.has(status) && { corrects: true, date: 'last' }),
  ...(status === 'reached' && { corrects: true }),
  ...more,
});

/** The event that a clause is about. */
export const SUBJECT = `(?:the |our |(?:this|that) (?!is|was|has|had|will|got)(?=\\p{L}))?(?<what>${NOUNS})`;
/** Verbs of an event whose date changes. */
export const MOVED =
  '(?:moved|postponed|pushed|delayed|shifted|slipped|rescheduled|deferred|extended|put off|brought forward|pulled forward)';
/** Verbs of people who change a date. */
export const MOVE =
  '(?:mov(?:e|es|ed|ing)|push(?:es|ed|ing)?|postpon(?:e|ed|ing)|delay(?:ed|ing)?|shift(?:ed|ing)?|reschedul(?:e|ed|ing)|defer(?:red|ring)?|bring(?:ing)?|brought|pull(?:ed|ing)?|slip(?:ped)?)';
/** Who changes it. */
export const WE =
  "(?:(?:we|i|they)(?:['’]re|['’]ve|['’]ll|['’]d|['’]ll have to| will have to| are| have| will| had to| have to| need to| must| decided to| agreed to)? )?";
/** The new date. */
export const TO = '(?:to|until|till|into|for) .+';
