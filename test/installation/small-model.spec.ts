import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Memory, Summary, Task, TaskUsage } from '#contracts/api';
import { isEnded } from '#contracts/tasks';
import { tracedFacts } from '../../libs/engines/src/eval/traced-facts.ts';
import type { SpokenText } from '#contracts/model';
import { wordsIn } from '../../libs/engines/src/language/builtin/text/words.ts';
import { ApiClient } from '../support/api-client.ts';
import { eventually } from '../support/eventually.ts';
import { SmallModel } from '../support/small-model.ts';
import { startStack, type Stack } from '../support/stack.ts';

/** Room for the instructions and an answer of some hundred tokens: a longer one is cut off, which bounds its time. */
const MODEL = { contextTokens: 1_024, threads: 1 };
/** The model is slow on a machine that does other things as well, and may be asked five times. */
const SLOWEST_MS = 240_000;

const TURNS: readonly SpokenText[] = [
  { speaker: 'Ada', text: 'the launch moves to May 4 because the provider has not signed' },
  { speaker: 'Tom', text: 'i will tell the press agency and the ads cost 12,000 euros' },
  { speaker: 'Luna', text: 'we never paid Jill for the roof of the boat house' },
];
const NARRATIVE = 'Mia was born in the night to Monday, and Ada was there.';
const TITLE = 'A talk';

/** The same in other forms: all that may become of the words of this conversation. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/\btwelve thousand\b/giu, '12000'],
  [/€ ?([\d,.]+\d)/gu, '$1 euros'],
  [/\b(?:4th|fourth|four)\b/giu, '4'],
  [/['’]ll\b/gu, ' will'],
  [/n['’]t\b/gu, ' not'],
];
/** What may be stated although nobody said it: the title, and the year in which the next May is. */
const THIS_YEAR = new Date().getUTCFullYear();
const KNOWN: SpokenText = { speaker: TITLE, text: `3 turns, ${THIS_YEAR}, ${THIS_YEAR + 1}` };

/** The words of a text without case and marks. */
const plainWords = (text: string) =>
  wordsIn(text).map(({ key }) => key.replaceAll(/['.,:]/gu, '').replace(/(?<=\d)th$/u, ''));
const meant = (text: string) =>
  plainWords(SAME.reduce((shown, [form, usual]) => shown.replaceAll(form, usual), text));

/** By another reading than that of the product. */
const inventedIn = (text: string, said: readonly SpokenText[]) => tracedFacts(text, said).untraced;

// Set-up says why where it could not install the model.
const describeWithModel = SmallModel.isInstalled ? describe : describe.skip;

describeWithModel('a small model, which is often wrong', () => {
  let model: SmallModel;
  let stack: Stack;
  let api: ApiClient;
  let conversationId: string;
  let tasks: readonly Task[];

  beforeAll(async () => {
    model = await SmallModel.start(MODEL);
    stack = await startStack({
      AFTERWORD_LANGUAGE_ENGINE: 'openai-compatible',
      AFTERWORD_LANGUAGE_BASE_URL: model.url,
      AFTERWORD_LANGUAGE_MODEL: SmallModel.NAME,
      AFTERWORD_LANGUAGE_FALLBACK: 'builtin',
      AFTERWORD_LANGUAGE_TIMEOUT_MILLISECONDS: '60000',
      AFTERWORD_SUMMARY_QUIET_MILLISECONDS: '0',
    });
    api = new ApiClient(stack.baseUrl);
    await api.send('POST', '/memories', { narrative: NARRATIVE });
    ({ id: conversationId } = await api.createConversation(TITLE));
    const summaryStyle = { template: 'brief', prompt: null };
    await api.send('PATCH', `/conversations/${conversationId}`, { summaryStyle });
    await api.say(conversationId, ...TURNS);
    await api.settled(conversationId, SLOWEST_MS);
    await eventually(async () => {
      tasks = (await api.tasks('?limit=200')).items;
      const open = tasks.filter(({ state }) => !isEnded(state));
      expect(open.map(({ type, state }) => `${type} ${state}`)).toEqual([]);
    }, SLOWEST_MS);
  }, SLOWEST_MS);

  afterAll(async () => {
    await stack.stop();
    await model.stop();
  });

  it('has been asked by each type of task', async () => {
    const asked = await Promise.all(
      tasks.map(async ({ id, type }) => {
        const { items } = await api.json<TaskUsage>(`/tasks/${id}/usage`);
        const isAsked = items.some(({ model: name }) => name.endsWith(SmallModel.NAME));
        return isAsked ? [type] : [];
      }),
    );
    expect([...new Set(asked.flat())].sort()).toEqual(['correction', 'significance', 'summary']);
  });

  it('ends every task: with its answers, or those of the rules and a warning', () => {
    const ended = tasks.map(({ type, state, error }) => ({ type, state, error }));
    expect(ended).toEqual(tasks.map(({ type }) => ({ type, state: 'completed', error: null })));
  });

  it('changes no word, number, name or denial of what was said, which is kept as it was', async () => {
    const { turns } = await api.transcript(conversationId);
    const shown = turns.map(({ speaker, segments }) => ({
      ...{ speaker, words: meant(segments.map(({ text }) => text).join(' ')) },
      raw: segments.map(({ layers }) => layers.raw).join(' '),
    }));
    expect(shown).toEqual(
      TURNS.map(({ speaker, text }) => ({ speaker, words: meant(text), raw: text })),
    );
  });

  it('invents nothing in a summary', async () => {
    const said = [KNOWN, ...TURNS];
    const summary = await api.summary(conversationId);
    expect(statementsIn(summary).flatMap((text) => inventedIn(text, said))).toEqual([]);
    const people = summary.actionItems.flatMap(({ who }) => plainWords(who ?? ''));
    const known = new Set(said.flatMap(({ speaker, text }) => plainWords(`${speaker} ${text}`)));
    expect(people.filter((word) => !known.has(word))).toEqual([]);
  });

  it('invents nothing in the reason of a score, and leaves the memory as it is', async () => {
    const { items } = await api.memories('?limit=200');
    const narratives = items.map(({ narrative }) => narrative);
    expect(narratives.filter((narrative) => narrative === NARRATIVE)).toHaveLength(1);
    const invented = items.flatMap((memory) =>
      inventedIn(reasonOf(memory), [{ speaker: '', text: memory.narrative }]),
    );
    expect(invented).toEqual([]);
  });
});

function statementsIn({ overview, topics, ...lists }: Summary): readonly string[] {
  const { keyPoints, decisions, actionItems } = lists;
  const points = [...keyPoints, ...decisions, ...actionItems].map(({ text }) => text);
  return [overview, ...topics, ...points, ...actionItems.map(({ when }) => when ?? '')];
}

function reasonOf({ reason }: Memory): string {
  if (reason === null) throw new Error('a memory was not scored');
  return reason;
}
