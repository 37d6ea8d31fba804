import { beforeAll, expect, it } from '@jest/globals';
import type { SpokenText } from '#contracts/model';
import { ApiClient } from '../support/api-client.ts';
import { sharedStack } from '../support/shared-servers.ts';
import { STRANGE_TEXTS, strangeText } from '../support/strange-texts.ts';

const CHARACTERS = 19_900;
const TURNS = 50;
/** Strange characters take up to four bytes, and a request may have a mebibyte. */
const TURNS_OF_REQUEST = 10;

let api: ApiClient;
beforeAll(async () => {
  api = new ApiClient((await sharedStack()).baseUrl);
});

const strangeTurns = (first: number): readonly SpokenText[] =>
  Array.from({ length: TURNS_OF_REQUEST }, (_, n) => {
    const strange = STRANGE_TEXTS[(first + n) % STRANGE_TEXTS.length]!;
    const text = `so we ${strangeText(strange, CHARACTERS)}(end`.toWellFormed();
    return { speaker: 'Mallory', text };
  });

it('another owner is served while strange texts are processed, and so are these in the end', async () => {
  const hostile = await api.createConversation('Hostile', { ownerId: 'hostile' });
  for (let first = 0; first < TURNS; first += TURNS_OF_REQUEST) {
    await api.say(hostile.id, ...strangeTurns(first));
  }
  const ordinary = await api.createConversation('Ordinary', { ownerId: 'ordinary' });
  await api.say(ordinary.id, { speaker: 'Ada', text: "Okay, let's move the launch to May." });
  const { decisions } = await api.settled(ordinary.id);
  expect(decisions).toHaveLength(1);
  const { items } = await api.tasks(`?conversationId=${hostile.id}`);
  expect(items.some(({ state }) => state === 'pending' || state === 'running')).toBe(true);
  await api.settled(hostile.id, 110_000);
  const ended = await api.tasks(`?conversationId=${hostile.id}`);
  for (const { state, type } of ended.items) expect([type, state]).toEqual([type, 'completed']);
});
