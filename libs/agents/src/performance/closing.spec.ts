import { rowsOf } from './report-rows.fixture.ts';

describe('a promise', () => {
  it.each([
    [
      "Luis: I'll send the floor plan by Monday.",
      'Luis: I sent the floor plan this morning.',
      'Kept',
    ],
    ["Luis: I'll write the report by Monday.", 'Ana: Luis wrote the report.', 'Kept'],
    ["Luis: I'll order the badges by Monday.", 'Luis: Done with the badges.', 'Kept'],
    [
      "Luis: I'll order the badges by Monday.",
      "Ana: Luis still hasn't ordered the badges.",
      'Broken',
    ],
    [
      "Luis: I'll deliver the floor plan by Monday.",
      'Ana: Luis never delivered the floor plan.',
      'Broken',
    ],
    ["Luis: I'll book the hall by Monday.", "Luis: I haven't booked the hall yet.", 'Overdue'],
    ['Luis: Ich schicke das Angebot bis Montag.', 'Luis: Das Angebot habe ich verschickt.', 'Kept'],
  ])('is closed by what is said in a later meeting: %s %s', (promise, later, status) => {
    expect(rowsOf('commitments', ['status'], promise, later)).toEqual([`Luis | ${status}`]);
  });

  it('that was not kept and is made again is open with its new date', () => {
    const promise = "Ana: I'll finish the slides by Friday.";
    const later = "Ana: I didn't finish the slides, I'll do it until next Thursday.";
    expect(rowsOf('commitments', ['what', 'by', 'status'], promise, later)).toEqual([
      'Ana | finish the slides | 2026-11-26 | Open',
      'Ana | finish the slides | 2026-11-13 | Broken',
    ]);
  });

  it('that another person takes over is that of the other', () => {
    const said = `
      Ana: I'll prepare the newsletter by Monday.
      Tom: No, I'll do it.`;
    expect(rowsOf('commitments', ['status'], said)).toEqual(['Tom | Open', 'Ana | Taken over']);
  });

  it.each(['Sure, no problem.', 'Will do.', 'On it.', 'Okay.', 'Yes, I can do that.'])(
    'is made by who accepts a request: %s',
    (answer) => {
      const said = `
        Mira: Jonas, could you review the contract by Thursday?
        Jonas: ${answer}`;
      expect(rowsOf('commitments', ['by'], said)).toEqual(['Jonas | 2026-11-12']);
    },
  );

  it('is of what was asked last of the same person, not of what another one promised', () => {
    const said = `
      Cid: I'll call the fire department tomorrow.
      Ada: Ben, please book the stage by 3 December.
      Ben: Okay, I will do that.`;
    expect(rowsOf('commitments', ['what', 'by'], said)).toEqual([
      'Cid | call the fire department | 2026-11-11',
      'Ben | book the stage | 2026-12-03',
    ]);
    const twice = `
      Mia: Jo, please print the flyers.
      Mia: Jo, order the banners by Friday.
      Sam: I'll bring the ladder.
      Jo: Sure, I'll do it.`;
    expect(rowsOf('commitments', ['what', 'by'], twice)).toEqual([
      'Jo | order the banners | 2026-11-13',
      'Sam | bring the ladder | ',
    ]);
  });

  it.each([
    "Cid: I'll call the fire department tomorrow. / Ben: Okay, I will do that.",
    'Ada: Ben, thanks for the cake. / Ben: Okay, I will do that.',
    'Ada: Ben, please book the stage. / Cid: Lunch at one? / Ben: Okay.',
  ])('is not made up of an answer to something else: %s', (said) => {
    const lines = said.replaceAll(' / ', '\n');
    expect(rowsOf('commitments', ['what'], lines).filter((row) => row.startsWith('Ben'))).toEqual(
      [],
    );
  });

  it('that is made again with words for it is open once', () => {
    const first = 'Ben: I will deliver the posters on 12 November.';
    const again = 'Ben: Sorry, the posters are late, I will deliver them on 20 November.';
    expect(rowsOf('commitments', ['by', 'status'], first, again)).toEqual([
      'Ben | 2026-11-20 | Open',
      'Ben | 2026-11-12 | Promised again',
    ]);
  });

  it.each([
    ['Tom and Eva will paint the doors by Friday.', ['Tom', 'Eva']],
    ['Tom, Ben and Eva will paint the doors by Friday.', ['Ben', 'Eva', 'Tom']],
    ['Tom and I will paint the doors by Friday.', ['Ana', 'Tom']],
    ['Tom and Eva are going to paint the doors by Friday.', ['Eva', 'Tom']],
  ])('of several people is one of each of them: %s', (said, names) => {
    const rows = rowsOf('commitments', ['what', 'by'], `Ana: ${said}`);
    expect(rows.toSorted()).toEqual(
      names.toSorted().map((name) => `${name} | paint the doors | 2026-11-13`),
    );
  });

  it.each([
    'I looked at it this morning.',
    'I called my sister yesterday.',
    'We paid 900 euros for the tents.',
    'Nokia released a new tablet.',
    'Let me share my screen.',
  ])('is not made by what people tell: %s', (said) => {
    expect(rowsOf('commitments', ['status'], `Ana: ${said}`)).toEqual([]);
  });
});

describe('a blocker', () => {
  it.each([
    ["We're blocked because the API keys are missing.", 'The API keys have arrived.'],
    ['The test server is down, so we are stuck.', 'The test server is back up.'],
    ["We can't continue because the login is broken.", 'The login works again.'],
    ['Wir warten noch auf die Freigabe.', 'Die Freigabe ist jetzt da.'],
    ['Wir warten noch auf die Freigabe.', 'Die Freigabe ist gestern gekommen.'],
    ['Nous attendons toujours le permis.', 'Le permis est enfin arrivé.'],
    ['Seguimos esperando el permiso.', 'El permiso ha llegado.'],
    ["We're blocked because of missing water.", 'The water problem is solved.'],
    ['We are stuck because of the broken printer.', 'The printer issue is fixed.'],
    ['We are waiting for the permit.', 'The permit came.'],
    ['We are waiting for the permit.', 'We finally got the permit.'],
  ])('ends when what was missing is there: %s %s', (blocked, later) => {
    expect(rowsOf('blockers', ['status', 'resolved'], `Ana: ${blocked}`, `Tom: ${later}`)).toEqual([
      ' | Resolved | 2026-11-17',
    ]);
  });
});

describe('a blocker that is still there', () => {
  it.each([
    ['We are waiting for the permit.', 'The permit came up in the meeting.'],
    ['We are blocked by a problem.', 'The water problem is solved.'],
    ["We're blocked because of missing water.", 'The sound problem is solved.'],
  ])('is not ended by something else: %s %s', (blocked, later) => {
    expect(rowsOf('blockers', ['status'], `Ana: ${blocked}`, `Tom: ${later}`)).toEqual([' | Open']);
  });
});

describe('a decision', () => {
  const decisions = (...said: readonly string[]) =>
    rowsOf('decisions', ['what'], ...said.map((words) => `Ana: ${words}`)).map((row) =>
      row.slice(' | '.length),
    );

  it.each([
    'Actually we decided to take the blue posters instead.',
    'We decided to take the blue posters instead.',
    'Actually, we decided to take the blue posters.',
  ])('is replaced by what is decided instead of it: %s', (later) => {
    expect(decisions('We decided to take the red posters.', later)).toEqual([
      'take the blue posters',
    ]);
  });

  it.each([
    'We decided to take the blue posters.',
    'Actually we also decided to take the blue posters.',
    'Actually, we decided to sell the red posters.',
    'Actually, we decided to take the second van instead.',
  ])('stands next to what does not replace it: %s', (later) => {
    expect(decisions('We decided to take the red posters.', later)).toHaveLength(2);
  });

  it.each([
    ['We decided to print 5,000 copies.', 'print 5,000 copies'],
    ['We agreed that the tickets cost 20 euros.', 'tickets cost 20 euros'],
    ['We agreed on a price of €12.50.', 'price of €12.50'],
  ])('names its numbers: %s', (said, what) => {
    expect(decisions(said)).toEqual([what]);
  });
});

describe('what was said', () => {
  it('of a decision is replaced by its reversal', () => {
    const first = 'Ana: We decided to print a programme.';
    expect(
      rowsOf('decisions', ['what'], first, "Tom: We won't print a programme after all."),
    ).toEqual([" | won't print a programme"]);
  });

  it('of a number is replaced by a correction that does not name it', () => {
    const said = `
      Ana: Our goal is 1,000 subscribers by June.
      Tom: Sorry, it's 1,200 subscribers.
      Ana: We're at 640 subscribers.
      Tom: Actually 660.`;
    expect(rowsOf('goals', ['target', 'by', 'latest'], said)).toEqual([
      ' | 1200 | 2027-06-01 | 660',
    ]);
    expect(rowsOf('metrics', ['latest', 'trend'], said)).toEqual([' | 660 | ']);
  });
});
