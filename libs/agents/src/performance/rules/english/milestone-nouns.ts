const MILESTONE =
  /(?<![\p{L}])(?:launch(?:es)?|re-?launch|release|beta|alpha|go-?live|go live|roll-?out|kick-?off|demo(?: day)?|prototype|deadline|opening|hand-?over|pilot|migration|milestone|mvp|freeze|review|cutover|delivery|deployment|premiere|conference|fair|workshop|inspection|audit|completion|campaign|shipment|phase|sprint|version|trial|survey|construction|ground-?breaking|exhibition|festival|concert|graduation|certification|go-no-go|final|exam|publication|event|test(?:ing)? phase|sound ?check|(?:dress )?rehearsal|mailing|parade|gala|ceremony|show|performance|vernissage|open day|open house|screening|auction|tournament|fundraiser|webinar|print run|photo ?shoot|build-?up|set-?up|tour|set-?up day|hand-?in|submission|cut-?off|(?:closing|due|hand-?in|submission|opening|release|launch|start|moving) date|moving day|opening night|dry run|run-?through|registration|gig|filming|exams?|rehearsals|applications?|entries|enrol?ment|recruitment|installation|(?:\p{L}+ )?play|nativity|panto(?:mime)?|(?:christmas |spring |summer |autumn |farmers['’] |flea )?market|raffle|(?:bake|book|plant|rummage|jumble|yard) sale|sports day|disco|f[êe]te|picnic|wedding|picture lock|first fix|second fix|topping[ -]out|wrap(?: party)?|first cut|final cut|shearing|lambing|harvest|auditions?|read-?through|quiz(?: night)?|symposium|open evening|hand-?off|sign-?off|interim analysis|database lock|data lock|hearing|shoot|mix|hackathon|matinee|recital|switch-?over|tear-?down|v\d+(?:\.\d+)*)(?![\p{L}])/iu;

const APPOINTMENT =
  /(?<![\p{L}])(?:meeting|call|lunch|dinner|breakfast|appointment|catch-?up|stand-?up|coffee|drinks?|birthday|vacation|holiday|flight|train|dentist|doctor|one on one|we|i|you|it|that|this|there|weather|he|she|they|everything|everyone|something|conversion|churn|traffic|revenue)(?![\p{L}])/iu;

/** Whether words name an event that projects plan for. */
export function hasMilestone(words: string): boolean {
  return MILESTONE.test(words);
}

/** Whether words name an appointment of people, which is no milestone, or nothing in particular. */
export function isAppointment(words: string): boolean {
  return APPOINTMENT.test(words);
}
