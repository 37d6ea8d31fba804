import type { CorrectionRefusal, CorrectionRule, TranscriptStyle } from '#contracts/model';
import type { Stretch } from './alignment.ts';
import { looksLikeName, type GuardContext, type ProofRule } from './proof-rule.ts';
import { PROOF_RULES } from './rules.ts';

/** Elements of both texts that belong together, and whether the change between them is taken. */
export interface Link {
  readonly heardFrom: number;
  readonly heardTo: number;
  readonly nowFrom: number;
  readonly nowTo: number;
  readonly verdict: LinkVerdict;
}

export type LinkVerdict =
  | { readonly kind: 'same' }
  | { readonly kind: 'taken'; readonly rule: CorrectionRule }
  | { readonly kind: 'refused'; readonly reason: CorrectionRefusal };

/** Longer stretches are another text, in which no single change can be told from the others. */
const LONGEST_STRETCH = 60;
const MOST_PAIRS = 600;

/** How much of a stretch is not proven from a place on, and the best link at that place. */
interface Plan {
  readonly unproven: number;
  readonly link: Link | null;
}

const DONE: Plan = { unproven: 0, link: null };
const SAME: LinkVerdict = { kind: 'same' };

/**
 * The links of a stretch in which two texts differ: as much as possible is proven by rules, and the
 * rest is refused.
 */
export function linksOf(
  stretch: Stretch,
  context: GuardContext,
  style: TranscriptStyle,
): readonly Link[] {
  const { heardFrom, heardTo, nowFrom, nowTo } = stretch;
  const [heardCount, nowCount] = [heardTo - heardFrom, nowTo - nowFrom];
  if (heardCount + nowCount > LONGEST_STRETCH || heardCount * nowCount > MOST_PAIRS) {
    return [refusal({ heardFrom, heardTo, nowFrom, nowTo }, 'text_replaced')];
  }
  return joined(new StretchPlanner(stretch, context, style).links(), context);
}

/** Plans one stretch from its end to its start. */
class StretchPlanner {
  private readonly plans = new Map<number, Plan>();
  private readonly removals = new Map<ProofRule, Map<number, boolean>>();

  constructor(
    private readonly stretch: Stretch,
    private readonly context: GuardContext,
    private readonly style: TranscriptStyle,
  ) {}

  links(): readonly Link[] {
    const { heardFrom, heardTo, nowFrom, nowTo } = this.stretch;
    for (let heard = heardTo; heard >= heardFrom; heard -= 1) {
      for (let now = nowTo; now >= nowFrom; now -= 1) {
        if (heard < heardTo || now < nowTo)
          this.plans.set(this.place(heard, now), this.best(heard, now));
      }
    }
    const links: Link[] = [];
    for (let [heard, now] = [heardFrom, nowFrom]; ;) {
      const { link } = this.plan(heard, now);
      if (link === null) return links;
      links.push(link);
      [heard, now] = [link.heardTo, link.nowTo];
    }
  }

  private place(heard: number, now: number): number {
    const { nowFrom, nowTo, heardFrom } = this.stretch;
    return (heard - heardFrom) * (nowTo - nowFrom + 1) + (now - nowFrom);
  }

  private plan(heard: number, now: number): Plan {
    return this.plans.get(this.place(heard, now)) ?? DONE;
  }

  private best(heardFrom: number, nowFrom: number): Plan {
    let best: Plan = { unproven: Infinity, link: null };
    const offer = (heardTo: number, nowTo: number, verdict: LinkVerdict, cost: number) => {
      const unproven = this.plan(heardTo, nowTo).unproven + cost;
      if (unproven >= best.unproven) return;
      best = { unproven, link: { heardFrom, heardTo, nowFrom, nowTo, verdict } };
    };
    const { heardTo, nowTo } = this.stretch;
    const { heard, now } = this.context;
    const [hasHeard, hasNow] = [heardFrom < heardTo, nowFrom < nowTo];
    if (hasHeard && hasNow && heard.key(heardFrom) === now.key(nowFrom)) {
      offer(heardFrom + 1, nowFrom + 1, SAME, 0);
    }
    for (const rule of PROOF_RULES) this.offerProofs(rule, heardFrom, nowFrom, offer);
    const refused: LinkVerdict = { kind: 'refused', reason: 'words_changed' };
    if (hasHeard) offer(heardFrom + 1, nowFrom, refused, 1);
    if (hasNow) offer(heardFrom, nowFrom + 1, refused, 1);
    return best;
  }

  private offerProofs(
    rule: ProofRule,
    heardFrom: number,
    nowFrom: number,
    offer: (heardTo: number, nowTo: number, verdict: LinkVerdict, cost: number) => void,
  ): void {
    const { stretch } = this;
    if (!this.context.english && rule.anyLanguage !== true) return;
    const [[leastHeard, mostHeard], [leastNow, mostNow]] = [rule.heardCounts, rule.nowCounts];
    const heardEnd = Math.min(stretch.heardTo, heardFrom + mostHeard);
    const nowEnd = Math.min(stretch.nowTo, nowFrom + mostNow);
    for (let heardTo = heardFrom + leastHeard; heardTo <= heardEnd; heardTo += 1) {
      for (let nowTo = nowFrom + leastNow; nowTo <= nowEnd; nowTo += 1) {
        if (!this.isProven(rule, { heardFrom, heardTo, nowFrom, nowTo })) continue;
        const isWanted = this.style === 'verbatim' && rule.disfluency === true;
        if (isWanted) offer(heardTo, nowTo, { kind: 'refused', reason: 'verbatim_wanted' }, 0.5);
        else offer(heardTo, nowTo, { kind: 'taken', rule: rule.rule }, 0);
      }
    }
  }

  /** What is taken out does not depend on the place in the answer, so it is proven once. */
  private isProven(rule: ProofRule, place: Omit<Link, 'verdict'>): boolean {
    const { heardFrom, heardTo, nowFrom, nowTo } = place;
    if (nowTo > nowFrom) return this.proves(rule, place);
    const known = this.removals.get(rule) ?? new Map<number, boolean>();
    this.removals.set(rule, known);
    const key = heardFrom * LONGEST_STRETCH + (heardTo - heardFrom);
    const proven = known.get(key) ?? this.proves(rule, place);
    known.set(key, proven);
    return proven;
  }

  private proves(rule: ProofRule, { heardFrom, heardTo, nowFrom, nowTo }: Omit<Link, 'verdict'>) {
    const { context, stretch } = this;
    const heard = context.heard.elements.slice(heardFrom, heardTo);
    const now = context.now.elements.slice(nowFrom, nowTo);
    return rule.proves({ context, heard, now, heardFrom, nowFrom, stretchTo: stretch.heardTo });
  }
}

/** Refused links in a row as one, with the reason that fits all of it. */
function joined(links: readonly Link[], context: GuardContext): readonly Link[] {
  const result: Link[] = [];
  for (const link of links) {
    const last = result.at(-1);
    if (isUnproven(link) && last !== undefined && isUnproven(last)) {
      result[result.length - 1] = { ...last, heardTo: link.heardTo, nowTo: link.nowTo };
    } else {
      result.push(link);
    }
  }
  return result.map((link) => (isUnproven(link) ? refusal(link, reasonOf(link, context)) : link));
}

function isUnproven({ verdict }: Link): boolean {
  return verdict.kind === 'refused' && verdict.reason !== 'verbatim_wanted';
}

function refusal(place: Omit<Link, 'verdict'>, reason: CorrectionRefusal): Link {
  const { heardFrom, heardTo, nowFrom, nowTo } = place;
  return { heardFrom, heardTo, nowFrom, nowTo, verdict: { kind: 'refused', reason } };
}

/** What a refused change would have changed, by the form of its elements only. */
function reasonOf(
  { heardFrom, heardTo, nowFrom, nowTo }: Link,
  { heard, now }: GuardContext,
): CorrectionRefusal {
  const [before, after] = [
    heard.elements.slice(heardFrom, heardTo),
    now.elements.slice(nowFrom, nowTo),
  ];
  if ([...before, ...after].some(({ kind }) => kind !== 'word')) return 'number_changed';
  const named =
    before.some((_, at) => looksLikeName(heard, heardFrom + at)) ||
    after.some((_, at) => looksLikeName(now, nowFrom + at));
  if (named) return 'name_changed';
  if (before.length === 0) return 'words_added';
  return after.length === 0 ? 'words_removed' : 'words_changed';
}
