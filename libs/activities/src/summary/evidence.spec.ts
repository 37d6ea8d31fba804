import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SummaryContent } from '#contracts/model';
import type { SummaryRequest } from '#engines';
import type { TestConversation } from '../test-conversation.fixture.ts';
import { TestWorker } from '../worker.fixture.ts';

const SAID = [
  { speaker: 'Ada', text: 'The launch moves to May 4, because the provider has not signed.' },
  { speaker: 'Tom', text: 'I will tell the press agency about it, and the ads cost 12,000 euros.' },
];

/** A model that cites the first turn for everything. */
const stating =
  (...texts: readonly string[]) =>
  ({ turns }: Pick<SummaryRequest, 'turns'>): SummaryContent => ({
    overview: 'The launch moves to May 4. Bob pays for a party in Rome.',
    keyPoints: texts.map((text) => ({ text, turnIds: [turns[0]?.turnId ?? ''] })),
    decisions: [],
    actionItems: [
      {
        text: 'Tell the press agency.',
        who: 'Tom',
        when: 'on Sunday',
        turnIds: [turns[1]?.turnId ?? ''],
      },
      { text: 'Tell the press agency.', who: 'Bob', when: null, turnIds: [turns[1]?.turnId ?? ''] },
    ],
  });

describe('a summary of any engine', () => {
  let worker: TestWorker;
  beforeAll(async () => {
    worker = await TestWorker.open();
  });
  afterAll(() => worker.close());
  beforeEach(() => worker.reset());

  const summarise = ({ runs }: TestConversation) => {
    const run = runs.get('summary');
    if (run === undefined) throw new Error('there is no summary to make');
    return worker.run((all) => all.summariseConversation(run));
  };
  const latest = async ({ id }: TestConversation) => {
    const found = await worker.repositories.summaries.latest(id);
    if (found === null) throw new Error('there is no summary');
    return found.summary;
  };

  it('has only what was said, cites where, and counts the rest', async () => {
    worker.language.summarises = stating(
      'The launch moves to May 4.',
      'The launch moves to June 4.',
      'The provider has signed.',
      'The ads cost 12,000 euros.',
      'The ads cost 12,000 dollars.',
      'Everybody danced under the stars.',
    );
    const conversation = await worker.newConversation(...SAID);
    const { warnings } = await summarise(conversation);
    const { content, evidence } = await latest(conversation);
    const [first, second] =
      (await worker.repositories.transcripts.find(conversation.id))?.turns ?? [];
    expect(content.overview).toBe('The launch moves to May 4.');
    expect(content.keyPoints).toEqual([
      { text: 'The launch moves to May 4.', turnIds: [first?.turnId] },
      { text: 'The ads cost 12,000 euros.', turnIds: [second?.turnId] },
    ]);
    expect(content.actionItems).toMatchObject([{ who: 'Tom', when: null }]);
    expect(evidence).toEqual({
      leftOut: { name: 2, number: 1, date: 2, negation: 1, not_said: 1 },
      coverage: { turnsCited: 2, turnCount: 2, textShare: 1, thirds: [1, 0, 2] },
    });
    expect(warnings).toEqual([
      {
        code: 'summary_statements_left_out',
        message: '7 statements were left out because the conversation does not bear them out.',
      },
    ]);
  });

  it('says what was counted when nothing of its overview is true', async () => {
    worker.language.summarises = (request) => ({
      ...stating()(request),
      overview: 'Bob sold the company to Northwind.',
    });
    const conversation = await worker.newConversation(...SAID);
    await summarise(conversation);
    expect((await latest(conversation)).content.overview).toBe('Ada and Tom spoke in 2 turns.');
  });

  it('is checked in parts, and again when they are combined', async () => {
    worker.language.maxSummaryCharacters = 80;
    worker.language.summarises = ({ turns }) => ({
      ...{ overview: turns[0]?.text ?? '', decisions: [], actionItems: [] },
      keyPoints: turns.flatMap(({ text, turnId }) => [
        { text, turnIds: [turnId] },
        { text: 'Bob sold the company.', turnIds: [turnId] },
      ]),
    });
    worker.language.combines = ({ parts }) => ({
      ...{ overview: 'The launch moves to May 4.', decisions: [], actionItems: [] },
      keyPoints: [
        ...parts.flatMap((part) => part.keyPoints),
        { text: 'The launch moves to May 5.', turnIds: parts[0]?.keyPoints[0]?.turnIds ?? [] },
      ],
    });
    const conversation = await worker.newConversation(...SAID);
    await summarise(conversation);
    const { content, evidence } = await latest(conversation);
    expect(content.keyPoints.map(({ text }) => text)).toEqual(SAID.map(({ text }) => text));
    expect(evidence?.leftOut).toEqual({ name: 2, date: 1 });
  });

  it('is asked for in the language of the conversation, and in the style of its project', async () => {
    const { conversations, projects } = worker.repositories;
    const conversation = await worker.newConversation({
      speaker: 'Ada',
      text: 'Wir verschieben den Start auf den Mai, weil der Vertrag noch nicht da ist.',
    });
    const ownerId = (await conversations.find(conversation.id))?.ownerId ?? '';
    const given = { name: 'Start', currency: 'EUR', timeZone: 'UTC', refresh: 'manual' } as const;
    const project = await projects.create({ ownerId, ...given }, null);
    const style = { template: 'minutes', prompt: 'Nenne die Risiken.' } as const;
    await projects.change(project.id, { summaryStyle: style });
    await conversations.change(conversation.id, { projectId: project.id });
    await summarise(conversation);
    expect(worker.language.summaries[0]?.form).toEqual({ ...style, language: 'de' });
    expect(await latest(conversation)).toMatchObject({ template: 'minutes', language: 'de' });
  });

  it('warns that rules follow no instructions', async () => {
    worker.language.costly = false;
    const conversation = await worker.newConversation(...SAID);
    const style = { template: 'brief', prompt: 'Name the risks.' } as const;
    await worker.repositories.conversations.change(conversation.id, { summaryStyle: style });
    expect((await summarise(conversation)).warnings).toMatchObject([
      { code: 'summary_prompt_unused' },
    ]);
  });
});
