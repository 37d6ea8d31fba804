import { ADVERBS, type FactPattern } from '../pattern.ts';
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
import { UNDATED_MOVES } from './undated-moves.ts';

/** "The launch was cancelled on Monday" does not say that it took place on that day. */
const NOT_CHANGED =
  '(?!(?:cancel|call|scrap|postpon|mov|delay|push|resched|defer|shift|put off|brought|pulled|plan|suppos|meant|schedul|due|set|announc|decid|agreed|discuss|suggest|propos)[\\p{L}]{0,8}(?![\\p{L}]))';

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
    `${SUBJECT} (?:has been|have been|was|were|is|got) (?:now )?(?:moved|postponed|pushed|delayed|rescheduled|deferred) ${TO}`,
    { needs: 'date', accepts: named },
  ),
  ...UNDATED_MOVES,
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
    `${SUBJECT} (?:is|are|will be|['’]s|stays|remains|will happen|happens|takes place|will take place|starts|begins|ends|will start|will begin|opens|will open|comes|will go live|goes live|launches|will launch|ships|will ship) (?:(?:still|now|currently|out) ){0,2}.*`,
    { needs: 'date', accepts: named },
  ),
  milestone(
    'planned',
    `(?:we|they)(?:['’]ll|['’]re| will| are| plan to| are planning to| are going to| want to| should)? (?:going to |planning to |still )?(?<what>(?:go(?:ing)? live|launch(?:ing)?|roll(?:ing)? out|kick(?:ing)? off|releas(?:e|ing)|ship(?:ping)?|open(?:ing)?|start(?:ing)? the)(?: .*)?)`,
    { needs: 'date' },
  ),
];
