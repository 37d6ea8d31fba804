import { summarise } from '../summarise.ts';
import { turnsOf } from './turns.fixture.ts';
import { ENGLISH } from '../../../summary-form.fixture.ts';

const decided = (...lines: string[]) =>
  summarise({ title: '', form: ENGLISH, turns: turnsOf(lines) }).decisions;
const decisions = (...lines: string[]) => decided(...lines).map(({ turnIds }) => turnIds);
const certainties = (...lines: string[]) => decided(...lines).map(({ certainty }) => certainty);

describe('decisions', () => {
  it.each([
    ['Ada: We decided to use Postgres.'],
    ["Ada: Let's go with the blue one."],
    ["Ada: We'll go with the second offer."],
    ['Ada: Agreed, we rent the room at the church.'],
    ['Ada: We decided not to ship on Friday.'],
    ["Ada: So it's settled, we meet at the harbour."],
    ['ada: lets use redis for the queue'],
    ['Ada: Then we have a decision, we print five thousand copies.'],
    ['Ada: Then we have a decision. We print five thousand copies.'],
  ])('include a stated decision: %s', (line) => {
    expect(decisions(line)).toEqual([['t1']]);
  });

  it('include a proposal that another speaker agrees to', () => {
    expect(decisions('Ada: I think we should rent the hall.', 'Tom: Agreed.')).toEqual([
      ['t1', 't2'],
    ]);
    expect(decisions('Ada: How about we rent the hall?', "Tom: Good idea, let's do that.")).toEqual(
      [['t1', 't2']],
    );
  });

  it.each([
    ["Ada: We haven't decided which database to use."],
    ['Ada: Should we go with Postgres?'],
    ['Ada: If we go with Postgres we need a backup.'],
    ["Ada: Maybe we'll go with the second offer."],
    ['Ada: We need to decide on the venue.'],
    ['Ada: Do we have a decision? We print five thousand copies.'],
    ['Ada: We do not have a decision. We print five thousand copies.'],
    ["Ada: Let's see what the numbers say."],
    ["Ada: Let's decide about the venue tomorrow."],
    ['Ada: I think we should rent the hall.'],
    ['Ada: I wonder whether they decided on the venue.'],
  ])('do not include: %s', (line) => {
    expect(decisions(line)).toEqual([]);
  });

  it('do not include a proposal that another speaker rejects', () => {
    expect(decisions("Ada: Let's go with the blue one.", "Tom: No, I don't like blue.")).toEqual(
      [],
    );
  });

  it.each([
    ['The weather chose to be bad.'],
    ['They decided to leave us.'],
    ['That is the letter that we agreed on.'],
    ["We've decided on whether to ship."],
    ['We decided that.'],
    ["I guess we're going for the biggest market, maybe not."],
    ['How about some coffee?'],
    ["Let's move on to the next item."],
    ["Let's have a look at the agenda."],
    ["Let's start with the presentations."],
    ["Let's take a break."],
    ["Let's go round the table."],
    ["We'll go to the next slide."],
    ["Let's turn the microphones on."],
    ["Let's keep it."],
    ['We decided to use the and.'],
    ["Let's face it, we need more money."],
  ])('do not include what settles nothing that lasts: %s', (text) => {
    expect(decisions(`Ada: ${text}`, 'Tom: Sounds good.')).toEqual([]);
  });

  it('include what sums up and is agreed to', () => {
    expect(decided('Ada: Then we postpone the fair until May.', 'Tom: Agreed.')).toMatchObject([
      { text: 'Ada: We postpone the fair until May.', certainty: 'certain', turnIds: ['t1', 't2'] },
    ]);
    expect(decisions('Ada: So we agree that the fair is in the town hall.', 'Tom: Yes.')).toEqual([
      ['t1', 't2'],
    ]);
    expect(decisions('Ada: Then we postpone the fair until May.', 'Tom: It rains.')).toEqual([]);
    expect(decisions('Ada: So we meet weekly on Mondays.', 'Tom: Agreed.')).toEqual([]);
  });

  it('include a time that is chosen', () => {
    expect(decisions("Ada: All right, let's say the ninth of September.", 'Tom: Fine.')).toEqual([
      ['t1'],
    ]);
    expect(decisions("Ada: Let's say it is late.", 'Tom: Fine.')).toEqual([]);
  });

  it('include a deed that another agrees to, and what follows from a view', () => {
    const lets = "Ada: Let's give up the two plots near the gate.";
    expect(certainties(lets, "Tom: I'm happy with that.")).toEqual(['certain']);
    const follows = "Ada: I think that's better, so I've decided to move the basin.";
    expect(certainties(follows)).toEqual(['certain']);
  });

  it.each([
    ['Hopefully we will have the new stamps soon.', 'Sounds good.'],
    ['It is more a question, should we include this in the plan?', 'Sounds good.'],
    ['Back then we decided not to build the bridge.', 'Okay.'],
    ['We agreed that we have to set criteria, but we never did.', 'Okay.'],
    ['It has something that lets us see who has the key.', 'Perfect.'],
    ["Let's get it working well.", 'Yes.'],
    ["Let's give you a quick overview of the garden.", 'Sounds good.'],
  ])('do not include forecasts, questions and what is long past: %s', (text, reply) => {
    const found = decided(`Ada: ${text}`, `Tom: ${reply}`);
    expect(found.filter(({ certainty }) => certainty === 'certain')).toEqual([]);
  });

  it('are certain when they are stated as decided, or agreed to by another speaker', () => {
    expect(certainties('Ada: We agreed to rent the hall.')).toEqual(['certain']);
    expect(certainties("Ada: We're going with the second offer.")).toEqual(['certain']);
    expect(certainties("Ada: Let's rent the hall.", 'Tom: Sounds good.')).toEqual(['certain']);
    expect(certainties('Ada: We should rent the hall.', 'Tom: Agreed.')).toEqual(['certain']);
  });

  it('are possible when one speaker settles them, and nobody agrees', () => {
    expect(certainties("Ada: Let's rent the hall.", 'Tom: It rains a lot.')).toEqual(['possible']);
  });

  it('are whole sentences without what the speaker takes back', () => {
    expect(decided('Ada: So, um, we we decided to to rent the, uh, the hall.')).toMatchObject([
      { text: 'We decided to rent the hall.' },
    ]);
    expect(decided('Ada: We decided to rent the')).toEqual([]);
  });
});
