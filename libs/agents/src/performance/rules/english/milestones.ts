import { ADVERBS, type FactPattern } from '../pattern.ts';
import type { Clause } from '../clauses.ts';
import {
  milestone,
  MOVE,
  MOVED,
  named,
  noAppointment,
  SUBJECT,
  TO,
  WE,
} from './milestone-pattern.ts';
import { NO_LONGER_THEN } from './no-longer.ts';
import { UNDATED_MOVES } from './undated-moves.ts';

/** "The launch was cancelled on Monday" does not say that it took place on that day. */
const NOT_CHANGED =
  '(?!(?:cancel|call|scrap|postpon|mov|delay|push|resched|defer|shift|put off|brought|pulled|plan|suppos|meant|schedul|due|set|announc|decid|agreed|discuss|suggest|propos)[\\p{L}]{0,8}(?![\\p{L}]))';

/** "The open day is cancelled this year" plans none. */
const IS_OFF =
  /(?<![\p{L}])(?:cancell?ed|called off|scrapped|postponed|on hold|on ice)(?![\p{L}])/iu;
/** "The festival budget is 45,000 euros, approved on Monday" */
const statesMoney = ({ amounts }: Clause) => amounts.some(({ value }) => value.kind === 'money');
/** "The beta goes out" is yet to come. */
const IS_AHEAD = /(?<![\p{L}])(?:goes?|comes?|will|going|to|not|can|should|be)$/iu;

/** What is done with works and things until a day. */
const BUILT =
  '(?:finished|completed|done|delivered|installed|built|poured|laid|fitted|connected|handed over|launched|released|published|shipped|opened|started|wrapped|locked|signed off|inspected|tested|printed|painted|plastered|harvested|sown|planted|set up|taken down|approved|submitted|announced|unveiled|closed)';

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
  ...NO_LONGER_THEN,
  milestone(
    'moved',
    `${SUBJECT} (?:has|have|gets|got)(?: now)? a new date(?:,|:| –| -| now|\\. it['’]s)? .+`,
    {
      needs: 'date',
    },
  ),
  milestone(
    'moved',
    `${SUBJECT} (?:now )?(?:moves|slips|shifts|slides|drifts|jumps)(?: [^,]{1,60})? ${TO}`,
    {
      needs: 'date',
    },
  ),
  milestone(
    'moved',
    `${SUBJECT} (?:has been|have been|was|were|is|got) (?:now )?(?:moved|postponed|pushed|delayed|rescheduled|deferred) ${TO}`,
    { needs: 'date', accepts: named },
  ),
  ...UNDATED_MOVES,
  milestone(
    'moved',
    `${WE}(?:going to |gonna |just )?${MOVE} (?:back |forward |out )?(?<what>[^,]{1,60}?)(?: back| forward| out)?(?: from [^,]{1,40})? ${TO}`,
    { needs: 'date' },
  ),
  milestone('moved', `(?:the )?new (?:date|deadline) (?:for|of) (?<what>.+?)(?: is|:) .+`, {
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
    { accepts: (parts) => named(parts) && !IS_AHEAD.test(parts.what) },
  ),
  milestone(
    'reached',
    `${SUBJECT} (?:has |have |is |are )?${ADVERBS}(?:went live|gone live|now live|live|launched|has been launched)(?! (?:a|an|the|its|their|his|her|our|my|new|another|some)(?![\\p{L}]))(?: .*)?`,
    { accepts: (parts) => noAppointment(parts) && !IS_AHEAD.test(parts.what) },
  ),
  milestone(
    'planned',
    `${SUBJECT} (?:is|are) (?:(?:now|still|due|set|scheduled|planned|expected) ){0,2}to (?:be (?:${BUILT}|ready|in place|up|live)|open|start|begin|launch|go live|arrive|finish)(?![\\p{L}]) .*`,
    { needs: 'date' },
  ),
  milestone(
    'planned',
    `${SUBJECT} (?:goes|will go|is going|are going|go) (?:live|online|public|on sale|into production|on air)(?![\\p{L}]).*`,
    { needs: 'date' },
  ),
  milestone('planned', `(?:the )?deadline for (?:the )?(?<what>.+?) (?:is|stays|remains) .+`, {
    needs: 'date',
    accepts: noAppointment,
  }),
  milestone('reached', `${SUBJECT} (?:was|were) ${ADVERBS}${NOT_CHANGED}.+`, {
    needs: 'date',
    accepts: named,
  }),
  milestone(
    'planned',
    `${SUBJECT} (?:is|are|will be|['’]s|stays|remains) (?:(?:still|now|currently|all) ){0,2}(?:planned|scheduled|set|slated|due|booked|fixed|targeted|expected)(?: to .{1,30}?)? (?:for |on |in |at |by |to |around )?.+`,
    { needs: 'date' },
  ),
  milestone(
    'planned',
    `${SUBJECT} (?:is|are|will be|['’]s|stays|remains|will happen|happens|takes place|will take place|starts|begins|ends|will start|will begin|opens|will open|comes|will go live|goes live|launches|will launch|ships|will ship|closes|close|will close|wraps|wrap|finishes|start|begin|end|runs|goes out|comes out|goes up|will go out|will come out) (?:(?:still|now|currently|out) ){0,2}.*`,
    {
      needs: 'date',
      accepts: (parts, clause) => named(parts) && !IS_OFF.test(clause.text) && !statesMoney(clause),
    },
  ),
  milestone(
    'planned',
    `(?:we|they)(?:['’]ll|['’]re| will| are| plan to| are planning to| are going to| want to| should)? (?:going to |planning to |still )?(?<what>(?:go(?:ing)? live|launch(?:ing)?|roll(?:ing)? out|kick(?:ing)? off|releas(?:e|ing)|ship(?:ping)?|open(?:ing)?|start(?:ing)? (?:the|(?!eat|get|wonder|worry|think|feel|look|hav|los|tak)\\p{L}+ing))(?![\\p{L}])(?: .*)?)`,
    { needs: 'date' },
  ),
  milestone(
    'planned',
    `(?:we|they)(?:['’]re| are)? (?:publish(?:ing)?|unveil(?:ing)?|submit(?:ting)?|deploy(?:ing)?|hand(?:ing)? in|deliver(?:ing)?|hold(?:ing)?) (?<what>.+)`,
    { needs: 'date', accepts: named },
  ),
];
