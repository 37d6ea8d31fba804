import { performance } from './performance.agent.ts';

/** What is read as certain of lines such as `Ana: words`, as `type status label value date who`. */
function certain(...said: readonly string[]): readonly string[] {
  const lines = said.map((line) => {
    const [speaker = '', ...words] = line.split(': ');
    return { speaker, text: words.join(': '), date: '2026-11-26' };
  });
  return performance
    .read({ before: [], lines }, { currency: 'EUR', categories: [] })
    .filter(({ certainty }) => certainty === 'certain')
    .map(({ type, status, label, on, who }) =>
      [type, status, label, on?.date, who].filter((part) => part).join(' | '),
    );
}

describe('a promise', () => {
  it.each([
    "Ana: I'll do the brochure, you'll have it by Monday.",
    "Ana: I'll do the brochure. It'll be done by Monday.",
    "Ana: I'm doing the brochure, you'll have it on Monday.",
  ])('has the day that is named right after it: %s', (said) => {
    expect(certain(said)).toEqual([expect.stringMatching(/brochure \| 2026-11-30 \| Ana$/u)]);
  });

  it.each([
    ["Ana: I'm taking over the release notes from her.", 'release notes | Ana'],
    ["Ana: I'm taking the newsletter over from Tom.", 'newsletter | Ana'],
    ["Ana: Tom's taking over the lights from Lena.", 'lights | Tom'],
    ["Ana: Tom was doing the raffle but I'm taking it over.", 'raffle | Ana'],
    ['Ana: Ich übernehme die Kasse von Uwe.', 'Kasse | Ana'],
  ])('goes from one person to another one: %s', (said, row) => {
    expect(certain(said)).toEqual([`commitment | taken over | ${row}`]);
  });

  it.each([
    ['Ana: Danny mended the gate like he promised.', 'mended the gate | Danny'],
    ["Ana: Credit where it's due, Sue sent the invoices as promised.", 'sent the invoices | Sue'],
    ['Ana: Fair play to Sue, she fixed the pump like she said.', 'fixed the pump | Sue'],
    ['Ana: Olivier a réparé la lumière comme promis.', 'réparé la lumière | Olivier'],
  ])('is kept when it is said so: %s', (said, row) => {
    expect(certain(said)).toEqual([`commitment | kept | ${row}`]);
  });

  it.each([
    'Ana: I talked to Lena in the edit.',
    'Ana: I called Lena this morning and she is fine.',
    'Ana: The house across the road was finished in six months.',
    "Ana: My brother's house was finished last year.",
    'Ana: The old bridge was finished in 1890.',
    'Ana: Google is taking over the company from Apple.',
  ])('is not kept by talk or by the works of others: %s', (said) => {
    expect(certain(said)).toEqual([]);
  });

  it.each([
    "Ana: I might get round to the seating plan on Sunday, can't promise.",
    'Ana: I might do the posters on Sunday.',
    "Ana: I'll fix the gate on Sunday, but I can't promise.",
    'Ana: Ich könnte vielleicht am Sonntag die Plakate aufhängen.',
  ])('is only possible when nothing is promised: %s', (said) => {
    expect(certain(said)).toEqual([]);
  });

  it('is that of the person who is named instead in the same breath', () => {
    const said = 'Ana: Tom will run the stats by Friday. I mean Ben, not Tom.';
    expect(certain(said)).toEqual(['commitment | open | run the stats | 2026-11-27 | Ben']);
    expect(certain(`${said} Ben will run the stats.`)).toHaveLength(1);
  });

  it('is made once by an answer that names its object by a pronoun', () => {
    const asked = 'Ana: Can you call the registrar about the room?';
    expect(certain(asked, "Tom: Sure, I'll call her on Monday.")).toEqual([
      'commitment | open | call the registrar about the room | 2026-11-30 | Tom',
    ]);
  });
});

describe('a milestone', () => {
  it.each([
    ["She can't come, so the photo shoot's moved from June 3 to June 10.", '2027-06-10'],
    ['Tom is ill, so the photo shoot moved to June 10.', '2027-06-10'],
    ["The photo shoot's been pushed from the 4th to the 11th of December.", '2026-12-11'],
  ])('is moved in a clause after its reason: %s', (said, date) => {
    expect(certain(`Ana: ${said}`)).toEqual([`milestone | moved | photo shoot | ${date}`]);
  });

  it.each([
    'Just to repeat it for Rob, who was ill: the launch is on the 24th of January.',
    "So, like I said, the launch's on 24 January.",
    'Quick reminder: the launch is on 24 January.',
  ])('is heard after what leads to it: %s', (said) => {
    expect(certain(`Ana: ${said}`)).toEqual(['milestone | planned | launch | 2027-01-24']);
  });

  it.each([
    ["Ana: The roof's to be finished in May.", 'planned | roof | 2027-05-01'],
    ['Ana: The December release is cancelled.', 'cancelled | release'],
    ["Ana: They've cancelled the Friday show.", 'cancelled | Friday show'],
    ['Ana: La première est le 12 juin, non pardon, le 19 juin.', 'planned | première | 2027-06-19'],
  ])('is what is built, held or put off: %s', (said, row) => {
    expect(certain(said)).toEqual([`milestone | ${row}`]);
  });

  it.each(['My flight is cancelled.', "My sister's wedding is on 3 July."])(
    'is not what belongs to one person: %s',
    (said) => {
      expect(certain(`Ana: ${said}`)).toEqual([]);
    },
  );
});

describe('a blocker', () => {
  it.each([
    "The freezer's broken and we can't run any samples till it's fixed.",
    "The freezer is down, so we can't run anything.",
    "The freezer broke down and nobody can run samples until it's repaired.",
  ])('is what does not work while nothing goes on: %s', (said) => {
    expect(certain(`Ana: ${said}`)).toEqual(['blocker | open | freezer']);
  });

  it.each([
    "Freezer's been repaired, we're no longer blocked by it.",
    "The freezer has been fixed, so we're not blocked any more.",
    'The freezer works again, so we can carry on.',
  ])('is gone when the work goes on: %s', (said) => {
    expect(certain(`Ana: ${said}`)).toEqual([
      expect.stringMatching(/^blocker \| resolved \| freezer$/iu),
    ]);
  });

  it.each(["The car's broken and I can't come.", 'My phone is broken.', "Nobody's blocked."])(
    'is none of a person alone: %s',
    (said) => {
      expect(certain(`Ana: ${said}`)).toEqual([]);
    },
  );

  it('is not the polite clause before it', () => {
    const said = "Ana: I'd love to help, but we're stuck. The landlord hasn't given us the key.";
    expect(certain(said)).toEqual([expect.stringMatching(/^blocker \| open \| .*key$/u)]);
  });
});

describe('a decision', () => {
  it.each([
    ["Instead of the garden we've now decided to have it in the barn.", 'have it in the barn'],
    ["We've changed our minds, we're going with the blue tiles.", 'blue tiles'],
    ["On second thoughts we've decided to keep the old logo.", 'keep the old logo'],
  ])('replaces an earlier one: %s', (said, label) => {
    expect(certain(`Ana: ${said}`)).toEqual([`decision | instead | ${label}`]);
  });
});
