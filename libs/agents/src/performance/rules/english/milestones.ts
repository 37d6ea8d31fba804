import { ADVERBS, atStart, type FactPattern, type FoundParts, NOUNS } from '../pattern.ts';
import { hasMilestone, isAppointment } from './milestone-nouns.ts';

const named = ({ what }: FoundParts) => hasMilestone(what);
const noAppointment = ({ what }: FoundParts) => !isAppointment(what);

const milestone = (
  status: 'planned' | 'moved' | 'reached',
  pattern: string,
  more: Partial<FactPattern> = {},
): FactPattern => ({
  type: 'milestone',
  status,
  pattern: atStart(pattern),
  accepts: noAppointment,
  ...(status === 'moved' && { corrects: true, date: 'last' }),
  ...(status === 'reached' && { corrects: true }),
  ...more,
});

const SUBJECT = `(?:the |our |(?:this|that) (?!is|was|has|had|will|got)(?=\\p{L}))?(?<what>${NOUNS})`;
const MOVED =
  '(?:moved|postponed|pushed|delayed|shifted|slipped|rescheduled|deferred|extended|put off|brought forward|pulled forward)';
const MOVE =
  '(?:mov(?:e|es|ed|ing)|push(?:es|ed|ing)?|postpon(?:e|ed|ing)|delay(?:ed|ing)?|shift(?:ed|ing)?|reschedul(?:e|ed|ing)|defer(?:red|ring)?|bring(?:ing)?|brought|pull(?:ed|ing)?|slip(?:ped)?)';
const WE =
  "(?:(?:we|i|they)(?:['’]re|['’]ve|['’]ll|['’]d| are| have| will| had to| have to| need to| must| decided to| agreed to)? )?";
const TO = '(?:to|until|till|into|for) .+';

/** Dates that are planned, moved or reached. */
export const MILESTONES: readonly FactPattern[] = [
  milestone(
    'moved',
    `${SUBJECT} (?:(?:has|have|was|were|is|are|had|will|got|been|be|being|now|just|also) ){0,4}${MOVED}(?: back| out| forward)?(?: [^,]{1,60})? ${TO}`,
    { needs: 'date' },
  ),
  milestone('moved', "(?<what>it|that)(?:['’]?s| is| will be) (?:now .+|.+ now)$", {
    needs: 'date',
  }),
  milestone('moved', `${SUBJECT} (?:now )?(?:moves|slips|shifts)(?: [^,]{1,60})? ${TO}`, {
    needs: 'date',
  }),
  milestone(
    'moved',
    `${SUBJECT} (?:has been|have been|was|were|is|got) (?:now )?(?:moved|postponed|pushed|delayed|rescheduled|deferred)`,
    { accepts: named },
  ),
  milestone(
    'moved',
    `${WE}(?:going to |gonna |just )?${MOVE} (?:back |forward |out )?(?<what>[^,]{1,60}?)(?: back| forward| out)?(?: from [^,]{1,40})? ${TO}`,
    { needs: 'date' },
  ),
  milestone('moved', `(?:the )?new (?:date|deadline) (?:for|of) (?<what>.+?) is .+`, {
    needs: 'date',
  }),
  milestone(
    'reached',
    `(?:we|they)(?:['’]ve| have)? ${ADVERBS}(?:launched|released|shipped|opened|rolled out|kicked off|hit|reached|completed|finished|started|passed) (?<what>.+)`,
    { accepts: named },
  ),
  milestone(
    'reached',
    `(?:we|they)(?:['’]ve| have)? ${ADVERBS}(?<what>launched|went live|gone live)(?: .*)?`,
  ),
  milestone(
    'reached',
    `${SUBJECT} (?:(?:has|have|is|are|was|went) )?${ADVERBS}(?:launched|happened|started|took place|live|done|out|complete|completed|finished|reached|shipped|released|opened|behind us|well|a success|over|kicked off)(?! of)(?: .*)?`,
    { accepts: named },
  ),
  milestone(
    'reached',
    `${SUBJECT} (?:has |have |is |are )?${ADVERBS}(?:went live|gone live|now live|live|launched|has been launched)(?! (?:a|an|the|its|their|his|her|our|my|new|another|some)(?![\\p{L}]))(?: .*)?`,
  ),
  milestone('planned', `(?:the )?deadline for (?:the )?(?<what>.+?) (?:is|stays|remains) .+`, {
    needs: 'date',
    accepts: noAppointment,
  }),
  milestone('reached', `${SUBJECT} (?:was|were) ${ADVERBS}.+`, { needs: 'date', accepts: named }),
  milestone(
    'planned',
    `${SUBJECT} (?:is|are|will be|['’]s|stays|remains) (?:(?:still|now|currently|all) ){0,2}(?:planned|scheduled|set|slated|due|booked|fixed|targeted|expected)(?: to .{1,30}?)? (?:for |on |in |at |by |to |around )?.+`,
    { needs: 'date' },
  ),
  milestone(
    'planned',
    `${SUBJECT} (?:is|are|will be|['’]s|stays|remains|will happen|happens|takes place|will take place|starts|begins|ends|will start|will begin|opens|will open|comes|will go live|goes live|launches|will launch|ships|will ship) (?:(?:still|now|currently|out) ){0,2}.*`,
    { needs: 'date', accepts: named },
  ),
  milestone(
    'planned',
    `(?:we|they)(?:['’]ll|['’]re| will| are| plan to| are planning to| are going to| want to| should)? (?:going to |planning to |still )?(?<what>(?:go(?:ing)? live|launch(?:ing)?|roll(?:ing)? out|kick(?:ing)? off|releas(?:e|ing)|ship(?:ping)?|open(?:ing)?|start(?:ing)? the)(?: .*)?)`,
    { needs: 'date' },
  ),
];
