/** Verbs of work that people promise and report, in their base form. */
const REGULAR = (
  'call email mail phone pick book order reserve fix repair finish complete prepare check review update ship ' +
  'deploy publish share upload schedule arrange organise organize confirm contact ask print install move ' +
  'design draft test sign deliver submit approve clean collect compare create document edit file finalise ' +
  'finalize handle investigate invite announce migrate negotiate notify order pack plan polish post present ' +
  'process proofread provide record register release remove rename replace reply report research return ' +
  'sort summarise summarize talk train transfer translate verify visit follow look set start launch add ' +
  'answer inform correct close open merge push clarify discuss cancel reach paint measure refactor ' +
  'interview hire chase gather circulate forward solve resolve outline implement code recruit rent ' +
  'renew extend request obtain secure supply format transcribe count calculate estimate evaluate assess ' +
  'analyse analyze monitor track configure connect restore scan copy coordinate host moderate advertise ' +
  'promote decorate photograph film label wrap brief sketch summon refund invoice clear assign escalate ' +
  'water feed tune cook plant borrow mow sew mend replenish refresh redesign reschedule carry load unload mount assemble dismantle repaint wash bake'
).split(' ');

/** Irregular verbs: base form and past forms. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  send: ['sent'],
  ring: ['rang', 'rung'],
  write: ['wrote', 'written'],
  build: ['built'],
  buy: ['bought'],
  bring: ['brought'],
  pay: ['paid'],
  make: ['made'],
  give: ['gave', 'given'],
  take: ['took', 'taken'],
  speak: ['spoke', 'spoken'],
  draw: ['drew', 'drawn'],
  put: ['put'],
  set: ['set'],
  hand: ['handed'],
  cut: ['cut'],
  do: ['did', 'done'],
  tell: ['told'],
  rewrite: ['rewrote', 'rewritten'],
  sell: ['sold'],
  drop: ['dropped'],
  ship: ['shipped'],
  plan: ['planned'],
  chat: ['chatted'],
  submit: ['submitted'],
  transfer: ['transferred'],
  sync: ['synced'],
  find: ['found'],
  get: ['got', 'gotten'],
  lead: ['led'],
  hold: ['held'],
  run: ['ran'],
  meet: ['met'],
  choose: ['chose', 'chosen'],
  lend: ['lent'],
  spend: ['spent'],
  keep: ['kept'],
  teach: ['taught'],
  drive: ['drove', 'driven'],
  hang: ['hung'],
  lay: ['laid'],
  redo: ['redid', 'redone'],
  seek: ['sought'],
  shoot: ['shot'],
  win: ['won'],
  begin: ['began', 'begun'],
  show: ['showed', 'shown'],
  leave: ['left'],
  think: ['thought'],
  catch: ['caught'],
  deal: ['dealt'],
  read: ['read'],
  overwrite: ['overwrote', 'overwritten'],
  withdraw: ['withdrew', 'withdrawn'],
};

const BASES: ReadonlyMap<string, string> = new Map([
  ...REGULAR.flatMap((base) => formsOf(base).map((form) => [form, base] as const)),
  ...Object.entries(IRREGULAR).flatMap(([base, past]) =>
    [...formsOf(base), ...past].map((form) => [form, base] as const),
  ),
]);

const PAST: ReadonlySet<string> = new Set([
  ...REGULAR.flatMap((base) => [pastOf(base)]),
  ...Object.values(IRREGULAR).flat(),
]);

/** Past forms that say nothing of work by themselves: "made progress", "took the kids". */
const VAGUE = new Set(
  (
    'made took taken did done gave given set put cut held moved started planned found got gotten led ran met ' +
    'chose chosen spent kept told drove driven won began begun showed shown left thought caught dealt read'
  ).split(' '),
);

function formsOf(base: string): readonly string[] {
  const stem = base.endsWith('e') ? base.slice(0, -1) : base;
  const doubled = /[^aeiou][aeiou][ptg]$/u.test(base)
    ? `${base}${base.slice(-1)}ing`
    : `${stem}ing`;
  const third = /(?:[sxzo]|[cs]h)$/u.test(base) ? `${base}es` : `${base}s`;
  return [base, third.replace(/(?<=[^aeiou])ys$/u, 'ies'), doubled, `${stem}ing`, pastOf(base)];
}

function pastOf(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  return /[^aeiou]y$/u.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`;
}

/** The base form of a verb of work; `null` for any other word. */
export function workVerb(word: string): string | null {
  return BASES.get(word.toLowerCase()) ?? null;
}

/** Whether a word is the past form of any verb of work, also of one that may mean anything. */
export function isPastVerb(word: string): boolean {
  return PAST.has(word.toLowerCase());
}

/** Whether a word is the past form of a verb of work. */
export function isPastWork(word: string): boolean {
  return PAST.has(word.toLowerCase()) && !VAGUE.has(word.toLowerCase());
}
