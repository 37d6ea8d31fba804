const PEOPLE_AND_PARTS =
  '(?:slide|page|item|topic|point|subject|speaker|question|questioner|presentation|presenter|motion|petition|statement|witness|round|member|section|agenda|part|one|person|thing|phase)s?';
const EVENT =
  '(?:meeting|session|discussion|debate|presentations?|introductions?|recording|sitting|committee|proceedings|hearing|call|brainstorming|drawing|evaluation|questionnaires?)';

/** The chair's words about how the conversation itself is run. */
const PROCEDURES: readonly RegExp[] = [
  new RegExp(
    `\\b(?:next|previous|first|last|following|other|second|third) ${PEOPLE_AND_PARTS}\\b`,
    'iu',
  ),
  new RegExp(
    `\\b(?:start|begin|open|close|cut|end|finish|wrap|suspend|resume|adjourn|break|stop|continue|conclude|cancel|proceed|have|do)\\b[^.;]{0,40}\\b${EVENT}\\b`,
    'iu',
  ),
  /\b(?:move|carry|press|push|get) (?:on|along|ahead|forward|started|going|back|into|down|over|to)\b/iu,
  /\b(?:go|pass|turn|come|proceed|hand|switch|jump|skip|return|stick|get)\b(?: (?:it|that|this|things|right|straight|now|back|just|over|on|in|quickly))* (?:a?round|through|over|to|back|into|ahead and|first|last|next|off|down)\b/iu,
  /^give (?:you|us|everyone|everybody|people)\b/iu,
  /\b(?:on|in|during) (?:this|today's|our) (?:call|meeting)\b/iu,
  /\b(?:mikes?|mics?|microphones?|headsets?|unmute|mute|muted|camera|power ?points?|whiteboard|white board|smart ?board|projector|cables?|digits|interpretation|hands? (?:up|raised)|point of order|floor|unanimous consent|minutes? (?:left|remaining|each|to speak)|time is up|out of time|out of order|through the queue|crosstalk|lunch|coffee|tea break|break|presentations?|agenda)\b/iu,
  /\b(?:take|make|keep|do|write|have) (?:the |an? |some |any |a few |quick |short |little )*(?:minutes|notes?|look|break|lunch|coffee|vote|guess|seat|moment|minute|second|chat|talk|think|go|turn|roll call|brainstorm|intro)\b/iu,
  /\b(?:talk|decide|discuss|discussing|talking|hear|listen|look(?:ing)? (?:at|back|through)|see|introduce|recap|summari[sz]e|explain|show|read|wait|pause|assume|say|think|imagine|pretend|suppose|face it|hope|check|try|play|find out|figure|consider|worry|watch|call (?:it|that|this)|ask)\b/iu,
  /\b(?:start|begin)(?:ning)? (?:with|off|by|from|in|at|here|now|again)?\b|\b(?:wrap(?:ping)? up|finish(?: off| up)?|end (?:here|there|up|it)|leave (?:it|that) (?:there|here|at that|for now)|be (?:quiet|quick|brief|fair|honest|clear))\b/iu,
];

/**
 * Whether the words of a proposal are about how the conversation itself is run: whose turn it is, the
 * agenda, the equipment, or what is looked at and talked about next.
 * @param proposal the words after "let's", "we'll" or "we should", or the whole of a request
 */
export function isProcedure(proposal: string): boolean {
  const beginning = proposal.slice(0, 120);
  return PROCEDURES.some((pattern) => pattern.test(beginning));
}
