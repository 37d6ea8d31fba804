import { combine } from './combine.ts';
import { summarise } from './summarise.ts';

const summary = (...lines: string[]) =>
  summarise({
    title: '',
    turns: lines.map((line, n) => {
      const [speaker = '', text = ''] = line.split(/: (.*)/su);
      return { turnId: `t${n + 1}`, speaker, text };
    }),
  });
const decisions = (...lines: string[]) => summary(...lines).decisions.map(({ turnIds }) => turnIds);
const tasks = (...lines: string[]) =>
  summary(...lines).actionItems.map(({ who, when, text }) => [who, when, text]);

const MEETING = [
  'Ada: Good morning everyone, can you all hear me?',
  'Tom: Yes, loud and clear.',
  'Ada: Okay, so, um, the payment provider still has not signed the contract for Europe.',
  'Tom: Without them we lose forty percent of our customers in March.',
  'Priya: Their legal department needs another ten days for the contract.',
  "Ada: Okay, let's move the launch to March 17.",
  'Tom: Great. I will tell the press agency by Wednesday.',
  'Ada: The search ads cost 12,000 euros in January and brought 230 signups.',
  'Priya: The invite email is not sent when a name has an accent.',
  'Ada: Thanks everyone, see you on Thursday.',
];

describe('summarise', () => {
  it('names the speakers, and quotes them in the order of the conversation', () => {
    const { overview } = summary(...MEETING);
    expect(overview).toMatch(/^Ada, Tom and Priya spoke in 10 turns\. \w+ said: “.+”/u);
  });

  it('finds key points from beginning to end, and no small talk', () => {
    const { keyPoints, decisions: decided, actionItems } = summary(...MEETING);
    const turns = keyPoints.flatMap(({ turnIds }) => turnIds);
    expect(turns.some((id) => ['t3', 't4', 't5'].includes(id))).toBe(true);
    expect(turns.some((id) => ['t8', 't9'].includes(id))).toBe(true);
    for (const smallTalk of ['t1', 't2', 't10']) expect(turns).not.toContain(smallTalk);
    expect(decided).toEqual([{ text: "Ada: Let's move the launch to March 17.", turnIds: ['t6'] }]);
    expect(actionItems).toEqual([
      {
        text: 'Tell the press agency by Wednesday.',
        who: 'Tom',
        when: 'by Wednesday',
        turnIds: ['t7'],
      },
    ]);
  });

  it('cites all segments of a sentence, and no others, also when the same was said before', () => {
    const texts = ['Yes. The harbour bridge', 'stays closed until May.', 'Yes.', 'Nobody told the'];
    const text = [...texts, 'ferry company yet.'].join(' ');
    const starts = ['Yes. The', 'stays', 'Yes. Nobody', 'Nobody', 'ferry'];
    const segments = starts.map((start, n) => {
      return { segmentId: `s${n}`, startMs: n * 1_000, from: text.indexOf(start) };
    });
    const turns = [{ turnId: 't1', speaker: 'Speaker', text, segments }];
    const { keyPoints } = summarise({ title: '', turns });
    const cited = keyPoints.map((point) => [
      point.text,
      ...(point.segments ?? []).map(({ segmentId }) => segmentId),
    ]);
    expect(cited).toEqual([
      ['The harbour bridge stays closed until May.', 's0', 's1'],
      ['Nobody told the ferry company yet.', 's3', 's4'],
    ]);
  });

  it('cites no segments of typed turns', () => {
    const points = summary(...MEETING).keyPoints;
    expect(points.every((point) => !('segments' in point))).toBe(true);
  });

  it('counts a turn that is read in pieces once', () => {
    const piece = (text: string) => ({ turnId: 't1', speaker: 'Ada', text });
    const turns = [piece('We rent the hall.'), { ...piece('It costs a lot.'), continues: true }];
    const [first, rest] = turns.map((turn) => summarise({ title: '', turns: [turn] }));
    expect(summarise({ title: '', turns }).overview).toMatch(/^Ada spoke in 1 turn\./u);
    const { overview } = combine({ title: '', parts: [first!, rest!] });
    expect(overview).toMatch(/^Ada spoke in 1 turn\./u);
  });

  it('states that an empty conversation is empty', () => {
    const emptySummary = {
      overview: 'Nothing was said.',
      keyPoints: [],
      decisions: [],
      actionItems: [],
    };
    expect(summary()).toEqual(emptySummary);
    expect(summary('Ada:  ')).toEqual(emptySummary);
  });

  it('lists a repeated point once', () => {
    const said = 'the harbour bridge will be closed for repairs';
    const { keyPoints } = summary(
      `Ada: ${said}`,
      `Tom: ${said}`,
      `Lin: yes, ${said}`,
      `Ada: ${said}`,
    );
    expect(keyPoints).toHaveLength(1);
  });

  it('considers all of ten thousand turns', () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, n) => `${['Ada', 'Tom'][n % 2]}: The part${n % 97} of house${n} needs stone${n % 13}.`,
    );
    const { keyPoints } = summary(...lines);
    const positions = keyPoints.flatMap(({ turnIds }) => turnIds.map((id) => Number(id.slice(1))));
    expect(Math.max(...positions)).toBeGreaterThan(5_000);
  });
});

describe('decisions', () => {
  it.each([
    ['Ada: We decided to use Postgres.'],
    ["Ada: Let's go with the blue one."],
    ["Ada: We'll go with the second offer."],
    ['Ada: Agreed, we rent the room at the church.'],
    ['Ada: We decided not to ship on Friday.'],
    ["Ada: So it's settled, we meet at the harbour."],
    ['ada: lets use redis for the queue'],
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
});

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
});

describe('combine', () => {
  it('gives a point that parts repeat the segments of all, each once', () => {
    const point = (turnId: string, ...segmentIds: readonly string[]) => ({
      text: 'The harbour bridge is closed.',
      turnIds: [turnId],
      segments: segmentIds.map((segmentId) => ({ turnId, segmentId, startMs: 7 })),
    });
    const parts = [point('t1', 's1', 's2'), point('t1', 's2', 's3'), point('t9', 's9')].map(
      (each) => ({ overview: 'So.', keyPoints: [each], decisions: [], actionItems: [] }),
    );
    const [first] = combine({ title: '', parts }).keyPoints;
    expect(first?.turnIds).toEqual(['t1', 't9']);
    const ids = first?.segments?.map(({ segmentId }) => segmentId);
    expect(ids).toEqual(['s1', 's2', 's3', 's9']);
  });

  it('joins parts: all speakers, and each point once with all its turns', () => {
    const point = (turnId: string) => ({
      text: 'The harbour bridge is closed.',
      turnIds: [turnId],
    });
    const part = (overview: string, turnId: string) => {
      return { overview, keyPoints: [point(turnId)], decisions: [], actionItems: [] };
    };
    const parts = [
      part('Ada and Tom spoke in 3 turns. Ada said: “It rains.”', 't1'),
      part('Tom and Lin spoke in 4 turns.', 't5'),
    ];
    expect(combine({ title: '', parts })).toEqual({
      overview: 'Ada, Tom and Lin spoke in 7 turns. Ada said: “It rains.”',
      keyPoints: [{ ...point('t1'), turnIds: ['t1', 't5'] }],
      decisions: [],
      actionItems: [],
    });
  });
});
