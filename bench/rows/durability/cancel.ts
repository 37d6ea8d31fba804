import { ApiClient } from '../../../test/support/api-client.ts';
import { eventually } from '../../../test/support/eventually.ts';
import { LanguageStub } from '../../../test/support/language-stub.ts';
import { startStack, type Stack } from '../../../test/support/stack.ts';
import { timeOf } from '../../lib/measure.ts';
import { decoding, recording, spread, TIMEOUT_MS, type Figures } from './recordings.ts';

const SPEECH_CANCELS = 20;
const LANGUAGE_CANCELS = 20;
/** Longer than any cancellation may take. */
const SLOW_ANSWER_MS = 60_000;

/** From a request to cancel a task to the end of its work. */
export async function cancelToStopped(stack: Stack): Promise<Figures> {
  return {
    'from a cancellation to the end of the work, speech (aim ≤ 3 s p95)': spread(
      await speechCancels(stack),
    ),
    'from a cancellation to the end of the work, language (aim ≤ 1 s p95)': spread(
      await languageCancels(),
    ),
  };
}

async function speechCancels(stack: Stack): Promise<readonly number[]> {
  const api = new ApiClient(stack.baseUrl);
  const times: number[] = [];
  for (let round = 0; round < SPEECH_CANCELS; round += 1) {
    times.push(await cancelled(api, await decoding(api, await recording(stack, 6, 100 + round))));
  }
  return times;
}

/** A model receives each call and does not answer, so only the cancellation can end the work. */
async function languageCancels(): Promise<readonly number[]> {
  const model = await LanguageStub.start();
  const stack = await startStack({
    AFTERWORD_LANGUAGE_ENGINE: 'openai-compatible',
    AFTERWORD_LANGUAGE_BASE_URL: model.url,
    AFTERWORD_LANGUAGE_MODEL: 'stub',
    AFTERWORD_LANGUAGE_API_KEY: 'none',
    // Only corrections call the model: they alone are cancelled.
    AFTERWORD_SUMMARY_QUIET_MILLISECONDS: String(SLOW_ANSWER_MS),
    AFTERWORD_SUMMARY_LONGEST_WAIT_MILLISECONDS: String(SLOW_ANSWER_MS),
    AFTERWORD_SIGNIFICANCE_ENABLED: 'false',
  });
  try {
    const api = new ApiClient(stack.baseUrl);
    model.always('right', { delayMs: SLOW_ANSWER_MS });
    const times: number[] = [];
    for (let round = 0; round < LANGUAGE_CANCELS; round += 1) {
      times.push(await cancelled(api, await waitingForModel(api, model, round)));
    }
    return times;
  } finally {
    await stack.stop();
    await model.stop();
  }
}

/** Starts a correction and waits until it has called the model. */
async function waitingForModel(
  api: ApiClient,
  model: LanguageStub,
  round: number,
): Promise<string> {
  const before = model.calls;
  const { id } = await api.createConversation('A slow model');
  await api.say(id, { speaker: 'Ada', text: `Point ${round} of our plan is settled now.` });
  return eventually(async () => {
    const { items } = await api.tasks(`?conversationId=${id}&type=correction`);
    const [task] = items;
    if (task?.state !== 'running' || model.calls === before) throw new Error('no call yet');
    return task.id;
  }, TIMEOUT_MS);
}

function cancelled(api: ApiClient, task: string): Promise<number> {
  return timeOf(async () => {
    await api.cancel(task);
    await api.until(task, 'cancelled');
  });
}
