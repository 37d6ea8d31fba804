import { summarise } from '../summarise.ts';
import { turnsOf } from './turns.fixture.ts';
import { ENGLISH } from '../../../summary-form.fixture.ts';

const items = (...lines: string[]) =>
  summarise({ title: '', form: ENGLISH, turns: turnsOf(lines) }).actionItems;
const tasks = (...lines: string[]) =>
  items(...lines).map(({ who, when, text }) => [who, when, text]);
const certainties = (...lines: string[]) => items(...lines).map(({ certainty }) => certainty);

describe('action items', () => {
  it.each([
    ['Ada: I will send the notes by Friday.', ['Ada', 'by Friday', 'Send the notes by Friday.']],
    [
      "Ada: I'll call the plumber tomorrow morning.",
      ['Ada', 'tomorrow morning', 'Call the plumber tomorrow morning.'],
    ],
    [
      'Ada: Tom will book the room before the launch.',
      ['Tom', 'before the launch', 'Book the room before the launch.'],
    ],
    [
      'Ada: We need to test the import next week.',
      [null, 'next week', 'Test the import next week.'],
    ],
    ['Ada: Everyone please read the draft.', ['Everyone', null, 'Read the draft.']],
    ['Ada: Action item for Lin: update the wiki.', ['Lin', null, 'Update the wiki.']],
    ['Ada: Someone needs to order cake.', [null, null, 'Order cake.']],
  ])('have an assignee and a time: %s', (line, expected) => {
    expect(tasks(line)).toEqual([expected]);
  });

  it('are assigned to the speaker who accepts a request', () => {
    const answer = 'Tom: Sure, on Monday.';
    const task = ['Tom', 'on Monday', "Review Ada's draft."];
    expect(tasks('Ada: Tom, can you review my draft?', answer, 'Lin: Hello.')).toEqual([task]);
    expect(tasks('Ada: Could you please review my draft?', answer)).toEqual([task]);
  });

  it('are assigned to a speaker who takes over an unassigned task', () => {
    const lines = ['Ada: We need to book the hall.', "Tom: I'll do that tomorrow.", 'Lin: Great.'];
    expect(tasks(...lines)).toEqual([['Tom', 'tomorrow', 'Book the hall.']]);
  });

  it('are separate when one sentence assigns two tasks', () => {
    expect(
      tasks("Ada: I'll write the text and Tom will draw up nothing but send the mail today.")[0],
    ).toEqual(['Ada', null, 'Write the text.']);
  });

  it.each([
    ["Ada: I won't send it."],
    ['Ada: Can you hear me?'],
    ["Ada: I'll be honest, it was late."],
    ['Ada: If it rains I will call them.'],
    ['Ada: Will Tom send the notes?'],
    ['Ada: I sent the notes yesterday.'],
    ['Ada: He was going to send it.'],
  ])('do not include: %s', (line) => {
    expect(tasks(line)).toEqual([]);
  });

  it('do not include a request that is refused', () => {
    expect(tasks('Ada: Can you send the notes?', "Tom: Sorry, I can't.")).toEqual([]);
  });

  it.each([
    ["We'll have to review the transcripts in any case."],
    ["I'll turn my microphone on."],
    ['Can you turn your microphone on?'],
    ["I'll move on to the next item."],
    ["I'll share my screen."],
    ["I'll read the question out."],
    ["I'll take the minutes."],
    ["I'll show you the slides now."],
    ["I'll give you an example."],
    ["I'm going to review the minutes of the last meeting."],
    ["I'll finish my sentence."],
    ["I'll ask Tom to answer."],
    ["I'll call it a placeholder."],
    ["I'll remind you that time is short."],
    ["I'll send it in a minute, right now."],
    ["They think, I'll buy something nice."],
    ['Would you pay for speech recognition?'],
    ['You need to replace the batteries.'],
    ['Do we need to sign the form again?'],
    ["I'll work on."],
  ])('do not include what is over with the conversation, or is no promise: %s', (text) => {
    expect(items(`Ada: ${text}`, 'Tom: Yes.')).toEqual([]);
  });

  it('take no contraction, pronoun or ordinary word for a name', () => {
    const owners = items(
      "Ada: We'll need to book the hall by Monday.",
      "Ada: I'll send the notes tomorrow, and they'll print the posters on Friday.",
    ).map(({ who }) => who);
    for (const who of owners) expect([null, 'Ada']).toContain(who);
  });

  it.each([
    ['before we go', null],
    ['by noon', 'by noon'],
    ['in a minute', null],
    ['after the launch', 'after the launch'],
    ['before we can do that', null],
    ['by the 3rd', 'by the 3rd'],
    ['at 2.5 percent', null],
    ['within two weeks', 'within two weeks'],
  ])('have a time only where one is named: %s', (time, when) => {
    const [item] = items(`Ada: Action item for Tom: book the hall ${time}.`);
    expect(item?.when).toBe(when);
  });

  it('are certain when they are promised, or accepted when asked', () => {
    expect(certainties('Ada: I will send the notes to Lin.')).toEqual(['certain']);
    expect(certainties('Ada: Can you send the notes to Lin?', 'Tom: Sure.')).toEqual(['certain']);
    expect(certainties('Ada: Tom will book the hall.', 'Tom: Fine.')).toEqual(['certain']);
    expect(certainties("Ada: Tom, you're going to book the hall.", 'Tom: Hm.')).toEqual([
      'certain',
    ]);
  });

  it('are possible when nobody has accepted them, or they depend on something', () => {
    expect(certainties('Ada: Can you send the notes to Lin?', 'Tom: It rains.')).toEqual([
      'possible',
    ]);
    expect(certainties('Ada: We need to book the hall by Monday.')).toEqual(['possible']);
    expect(certainties('Ada: Maybe I will send the notes to Lin.')).toEqual(['possible']);
    expect(certainties("Ada: If it rains, I'll book the hall.")).not.toContain('certain');
    expect(certainties('Ada: Nora will book the hall.', 'Tom: Fine.')).toEqual(['possible']);
  });

  it('are offers that another speaker welcomes', () => {
    const offer = 'Ada: I can order the cake for Lin.';
    const order = [['Ada', null, 'Order the cake for Lin.']];
    for (const reply of ['Yes, please do.', 'Do that, please.', 'Oh, that would be great.'])
      expect(tasks(offer, `Tom: ${reply}`)).toEqual(order);
    expect(certainties(offer, 'Tom: Please do.')).toEqual(['certain']);
    for (const reply of ['Hm, I do not know.', 'No, thanks.', 'It rains.'])
      expect(tasks(offer, `Tom: ${reply}`)).toEqual([]);
  });

  it('are any deeds that the speaker promises with a time of their own', () => {
    expect(tasks("Ada: I'll flip the switch right after this.")).toEqual([
      ['Ada', 'right after this', 'Flip the switch right after this.'],
    ]);
    expect(tasks('Ada: Let me calculate it and send a table by Thursday.')).toEqual([
      ['Ada', 'by Thursday', 'Calculate it and send a table by Thursday.'],
    ]);
    expect(tasks("Ada: I'll go there on the fourth of April.")).toEqual([
      ['Ada', 'on the fourth of April', 'Go there on the fourth of April.'],
    ]);
  });

  it.each([
    ["I'll have more time next week."],
    ["I'll see you all tomorrow."],
    ["I'll talk to you tomorrow."],
    ["I'll mention that Mike joins next week."],
    ['Let me share the agenda for today.'],
    ["I'll put a link in the chat."],
    ["I'll share my screen."],
    ["I'll double-check that."],
    ["I'll ask around."],
    ['Voting will open on March 10th.'],
  ])('are neither what happens anyway nor what is done or said at once: %s', (text) => {
    expect(items(`Ada: ${text}`, 'Tom: Okay.', 'Lin: Okay.')).toEqual([]);
  });

  it('are no invitations to everybody, and no advice', () => {
    const others = [
      'Tom: Thank you.',
      'Lin: Yes, I wanted to know how the new committee is chosen in spring.',
    ];
    for (const text of [
      'Please reach out to us if you have any questions.',
      'Please let me know if I have missed anyone.',
      'You need to pay a deposit for the key.',
    ])
      expect(items(`Ada: ${text}`, ...others)).toEqual([]);
    expect(certainties('Ada: Please bring your papers on Monday.', ...others)).not.toContain(
      'certain',
    );
    const polite = 'Ada: Can you send me the paper, if you can?';
    expect(certainties(polite, 'Tom: Sure.')).toEqual(['certain']);
  });

  it('are one when the reply to a request says how it will be done', () => {
    const request = 'Ada: Tom, can you find out who has the key?';
    expect(tasks(request, "Tom: Sure, I'll ask the caretaker.")).toEqual([
      ['Tom', null, 'Find out who has the key.'],
    ]);
  });

  it('end where somebody goes on to thank', () => {
    const line = "Ada: I'll send the notes to Lin thank you everybody for coming.";
    expect(tasks(line)).toEqual([['Ada', null, 'Send the notes to Lin.']]);
  });

  it('belong to the speaker who is called by a role, in any case', () => {
    const lines = ['Chair: The user interface will work on the menu.', 'User Interface: Hm.'];
    expect(tasks(...lines)).toEqual([['User Interface', null, 'Work on the menu.']]);
  });

  it('change no letter of other words in which a name occurs', () => {
    expect(tasks('De: I will send a considerable sum to Ada.', 'Id: Good.')).toEqual([
      ['De', null, 'Send a considerable sum to Ada.'],
    ]);
  });
});
