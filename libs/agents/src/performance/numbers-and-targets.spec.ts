import { performance } from './performance.agent.ts';

/** Goals and metrics that are read as certain of lines such as `Ana: words`. */
function numbers(...said: readonly string[]): readonly string[] {
  const lines = said.map((line) => {
    const [speaker = '', ...words] = line.split(': ');
    return { speaker, text: words.join(': '), date: '2026-11-26' };
  });
  return performance
    .read({ before: [], lines }, { currency: 'EUR', categories: [] })
    .filter(({ certainty }) => certainty === 'certain')
    .flatMap(({ type, label, value }) =>
      value === null || value.kind === 'money'
        ? []
        : `${type} ${value.kind === 'percent' ? `${value.percent}%` : value.quantity} ${label}`,
    );
}

describe('a number and its target', () => {
  it.each([
    ["Look, we've 3,400 users and the target is 5,000, so, no champagne.", 3400, 5000],
    ["We're at 3,400 users against a target of 5,000.", 3400, 5000],
  ])('are read in one sentence: %s', (said, metric, goal) => {
    const [first, second] = numbers(`Ana: ${said}`);
    expect(first).toBe(`metric ${String(metric)} users`);
    expect(second).toMatch(new RegExp(`^goal ${String(goal)} users`, 'u'));
  });

  it('are read when the target comes first', () => {
    const said = "Ana: Goal was 1,500 litres a day, and we're getting 1,380 litres a day.";
    expect(numbers(said)).toEqual(['goal 1500 litres', 'metric 1380 litres']);
  });

  it('are read when the wish follows the number', () => {
    const said =
      "Ana: Response time is 40 minutes. I'd like that under 20 minutes, that's the goal.";
    expect(numbers(said)).toEqual(['metric 40 Response time', 'goal 20 Response time']);
  });
});

describe('a goal', () => {
  it.each([
    ["This season the target's a lambing rate of 160 percent.", '160% lambing rate'],
    ['Our goal for the year is a no-show rate below 6 percent.', '6% no-show rate'],
    ['Unser Ziel ist, bis Ende des Jahres 400 Mitglieder zu haben.', '400 Mitglieder'],
    ["Notre objectif, c'est 500 visiteurs par jour.", '500 visiteurs'],
    ['Nuestro objetivo es vender el 90 por ciento de las entradas.', '90% entradas'],
  ])('is read with the words of what is counted: %s', (said, goal) => {
    expect(numbers(`Ana: ${said}`)).toEqual([expect.stringContaining(`goal ${goal}`)]);
  });

  it('that is taken back in the same breath does not count', () => {
    const said =
      "Ana: Our goal's 300 tickets. No, hang on, the hall is small, so the goal is 250 tickets.";
    expect(numbers(said)).toEqual(['goal 250 tickets']);
  });

  it.each([
    "Moi, mon objectif, c'est de dormir huit heures.",
    'Can we reach 500 members by June?',
    "If we got 500 members I'd dance.",
  ])('is not made of a wish or a question: %s', (said) => {
    expect(numbers(`Ana: ${said}`)).toEqual([]);
  });
});

describe('a number that answers a question', () => {
  it.each([
    ['Ana: How many tickets have we sold?', 'Tom: 184 tickets, as of last night.', '184 tickets'],
    ['Ana: How many members do we have?', 'Tom: 320.', '320 members'],
    ["Ana: What's our churn?", 'Tom: 3.2 percent.', '3.2% churn'],
    ['Ana: Wie viele Karten haben wir verkauft?', 'Tom: 184 Karten.', '184 Karten'],
    ['Ana: Combien de billets on a vendus ?', 'Tom: 320 billets.', '320 billets'],
    ['Ana: ¿Cuántas entradas hemos vendido?', 'Tom: 240 entradas.', '240 entradas'],
  ])('is a metric: %s %s', (question, answer, metric) => {
    expect(numbers(question, answer)).toEqual([`metric ${metric}`]);
  });

  it.each([
    ['Ana: How many people do you want?', 'Tom: 20.'],
    ['Ana: How many kids do you have?', 'Tom: Three.'],
    ['Ana: How many tickets should we print?', 'Tom: 300 tickets.'],
    ['Ana: How many days until the show?', 'Tom: 12 days.'],
  ])('is none when nothing of the project is counted: %s %s', (question, answer) => {
    expect(numbers(question, answer)).toEqual([]);
  });
});
