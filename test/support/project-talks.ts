import type { SpokenText } from '#contracts/model';
import { seededRandom } from './seeded-random.ts';

/** How many conversations, and how long. */
export interface TalkSize {
  readonly conversations: number;
  readonly turns: number;
  /** The same seed gives the same texts. */
  readonly seed: number;
}

/** A fifth of the turns states an amount, a date or a promise. */
const STATING = 0.2;

const SPEAKERS = ['Ada', 'Ben', 'Clara', 'Dmitri', 'Elif'];
const THINGS = [
  ...['venue', 'catering', 'stage', 'sound system', 'insurance', 'printing', 'website', 'security'],
  ...['transport', 'lighting', 'photographer', 'newsletter', 'ticket shop', 'rehearsal room'],
];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const MONTHS = ['January', 'March', 'April', 'June', 'September', 'November'];
const ACTS = ['send the contract for', 'call them about', 'check the offer for', 'order'];

const OPENINGS = ['So,', 'Right,', 'Well,', 'As for that,', 'By the way,', 'Before I forget:'];
const REMARKS = [
  'I talked to the people who look after the {thing}, and they were friendly',
  'the {thing} worked better last time than any of us had hoped',
  'we should look at the {thing} again once everybody is back',
  'nobody has complained about the {thing} so far, which surprises me',
  'can you tell me more about how the {thing} is meant to work',
  'I like the idea, although the {thing} needs somebody who cares for it',
  'the notes about the {thing} are in the shared folder, under drafts',
  'what did the others think when you showed them the {thing}',
];
const CLOSINGS = ['', ' We can come back to that.', ' What do you think?', ' That is all from me.'];

const STATEMENTS = [
  'We paid {amount} euros for the {thing} on {day}.',
  'The {thing} will cost {amount} euros, and they want half of it by the end of {month}.',
  'The budget for the {thing} is {amount} euros.',
  'They sent an invoice over {amount} euros for the {thing}.',
  'I will {act} the {thing} by {day}.',
  '{name} promised to {act} the {thing} by {day}.',
  'The launch of the {thing} is on {month} {dayOfMonth}.',
  'We decided to go with the cheaper {thing}.',
  'The {thing} is blocked because we wait for the permit.',
  'Our goal is {count} visitors for the {thing} by {month}.',
];

/** Generates the turns of conversations about a project, as people talk in meetings. */
export function projectTalks(size: TalkSize): readonly (readonly SpokenText[])[] {
  const writer = new TalkWriter(seededRandom(size.seed));
  return Array.from({ length: size.conversations }, () =>
    Array.from({ length: size.turns }, () => writer.turn()),
  );
}

/** Writes turns from a sequence of random numbers. */
class TalkWriter {
  constructor(private readonly random: () => number) {}

  turn(): SpokenText {
    const text = this.random() < STATING ? this.filled(STATEMENTS) : this.remark();
    return { speaker: this.one(SPEAKERS), text };
  }

  private remark(): string {
    return `${this.one(OPENINGS)} ${this.filled(REMARKS)}.${this.one(CLOSINGS)}`;
  }

  private filled(templates: readonly string[]): string {
    return this.one(templates).replaceAll(/\{(\w+)\}/g, (_, slot: string) => this.fill(slot));
  }

  private fill(slot: string): string {
    switch (slot) {
      case 'amount':
        return (100 + this.below(98_000)).toLocaleString('en');
      case 'count':
        return String(50 + this.below(900));
      case 'dayOfMonth':
        return String(1 + this.below(28));
      default:
        return this.one(WORDS[slot] ?? [slot]);
    }
  }

  private one(all: readonly string[]): string {
    return all[this.below(all.length)] ?? '';
  }

  private below(limit: number): number {
    return Math.floor(this.random() * limit);
  }
}

const WORDS: Readonly<Record<string, readonly string[]>> = {
  thing: THINGS,
  day: DAYS,
  month: MONTHS,
  act: ACTS,
  name: SPEAKERS,
};
