import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestConversation } from '../test-conversation.fixture.ts';
import { TestWorker } from '../worker.fixture.ts';

const ada = (text: string) => ({ speaker: 'Ada', text });
const tom = (text: string) => ({ speaker: 'Tom', text });

describe('a correction', () => {
  let worker: TestWorker;
  beforeAll(async () => {
    worker = await TestWorker.open();
  });
  beforeEach(() => worker.reset());
  afterAll(() => worker.close());

  const correct = ({ runs }: TestConversation) => {
    const run = runs.get('correction');
    if (!run) throw new Error('there is no correction');
    return worker.run((all) => all.correctSegments(run));
  };
  const textsOf = async ({ id }: TestConversation) =>
    (await worker.repositories.transcripts.find(id))?.turns.flatMap(({ segments }) =>
      segments.map(({ raw, corrected }) => ({ raw, corrected })),
    );

  it('reads what the nearest glossary says of what was said, and the style', async () => {
    const { glossaries, conversations } = worker.repositories;
    const conversation = await worker.newConversation(ada('We asked Kyto, um, about heron.'));
    const { id } = conversation;
    const found = await conversations.find(id);
    const owner = { level: 'owner', id: found?.ownerId ?? '' } as const;
    const kaito = { term: 'Kaito', soundsLike: ['Kyto'], language: null };
    const entry = (term: string) => ({ term, soundsLike: [], language: null });
    await glossaries.change(owner, () => [
      ...[{ ...kaito, term: 'Kyoto' }, entry('Heron'), entry('Siobhan')],
    ]);
    await glossaries.change({ level: 'conversation', id }, () => [kaito]);
    await conversations.change(id, { transcriptStyle: 'verbatim' });
    worker.language.corrects = () => 'We asked Kaito, about Heron.';
    await correct(conversation);
    expect(worker.language.corrections).toMatchObject([
      { glossary: [kaito, 'Heron'], style: 'verbatim' },
    ]);
    expect(await textsOf(conversation)).toMatchObject([
      { corrected: expect.stringMatching(/^We asked Kaito, um, about Heron\.$/) },
    ]);
    await glossaries.change(owner, () => []);
  });

  it('gives the names of speakers and terms their capital, whatever the engine says', async () => {
    const conversation = await worker.newConversation(
      ada('Then tomasz said that kaito will do it.'),
      { speaker: 'Tomasz', text: 'We may ask ada about it.' },
    );
    const scope = { level: 'conversation', id: conversation.id } as const;
    const entry = (term: string) => ({ term, soundsLike: [], language: null });
    await worker.repositories.glossaries.change(scope, () => [entry('Kaito'), entry('May')]);
    await correct(conversation);
    expect(await textsOf(conversation)).toMatchObject([
      { corrected: 'Then Tomasz said that Kaito will do it.' },
      { corrected: 'We may ask Ada about it.' },
    ]);
  });

  it('asks the engine again only where an entry that has changed may have been said', async () => {
    const { glossaries, requestedTasks } = worker.repositories;
    const conversation = await worker.newConversation(
      ada('We asked Kyto for this one.'),
      tom('Nothing of it is in here.'),
    );
    await correct(conversation);
    const { id } = conversation;
    const kaito = { term: 'Kaito', soundsLike: ['Kyto'], language: null };
    await glossaries.change({ level: 'conversation', id }, () => [kaito]);
    const task = await requestedTasks.create({ type: 'correction', conversationId: id }, null);
    await worker.run((all) => all.correctSegments({ taskId: task.id, attempt: task.attempt }));
    expect(worker.language.corrections.map(({ texts }) => texts[0])).toEqual([
      'We asked Kyto for this one.',
      'Nothing of it is in here.',
      'We asked Kyto for this one.',
    ]);
  });
});
