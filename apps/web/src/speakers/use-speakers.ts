import { computed, shallowRef, watch, type InjectionKey, type ShallowRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { ConversationSpeakers, Transcript } from '../api/types.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';

/** A decision about a speaker. */
export interface SpeakerDecision {
  readonly from: string;
  readonly to: string;
  /** Whether both are the same person. */
  readonly merge: boolean;
}

/** The speakers of a conversation, and what people have decided about them. */
export interface Speakers extends Pick<PageRequest, 'busy' | 'problem'> {
  readonly found: ShallowRef<ConversationSpeakers | null>;
  /** @returns Whether it was stored. */
  readonly decide: (decision: SpeakerDecision) => Promise<boolean>;
  /**
   * Gives a passage to a speaker.
   * @returns Whether it was stored.
   */
  readonly assign: (segmentId: string, speaker: string) => Promise<boolean>;
  /**
   * Says that a speaker is not who they sound like.
   * @returns Whether it was stored.
   */
  readonly reject: (speaker: string, name: string) => Promise<boolean>;
  /** @returns Whether it was taken back. */
  readonly undo: (changeId: string) => Promise<boolean>;
}

/** The speakers of the transcript around a component. */
export const SPEAKERS: InjectionKey<Speakers> = Symbol('speakers');

/**
 * Fetches the speakers again whenever the transcript has changed. Without recordings there is nothing to fetch.
 *
 * @param transcript - The transcript that is shown.
 */
export function useSpeakers(transcript: () => Transcript): Speakers {
  const { busy, problem: refusal, send } = useRequest();
  let latest: Promise<unknown> = Promise.resolve();
  /** Sends what a person decides while an earlier decision is on its way after that one. */
  const sendInTurn = (work: () => Promise<void>): Promise<boolean> => {
    const sent = latest.then(() => send(work));
    latest = sent;
    return sent;
  };
  // Reading again takes nothing away that a person is to answer.
  const reading = useRequest();
  const problem = computed(() => refusal.value ?? reading.problem.value);
  const found = shallowRef<ConversationSpeakers | null>(null);
  const id = () => transcript().conversationId;
  const load = async () => {
    const isHeard = transcript().turns.some(({ clipId }) => clipId !== null);
    if (!isHeard) return;
    const call = api.GET('/conversations/{id}/speakers', { params: { path: { id: id() } } });
    found.value = await bodyOf(call);
  };
  const decide = (body: SpeakerDecision) =>
    sendInTurn(async () => {
      const params = { path: { id: id() } };
      const call = api.POST('/conversations/{id}/speakers/changes', { params, body });
      found.value = await bodyOf(call);
    });
  const assign = (segmentId: string, speaker: string) =>
    sendInTurn(async () => {
      const params = { path: { id: id() } };
      const body = { segmentIds: [segmentId], speaker };
      const call = api.POST('/conversations/{id}/speakers/passages', { params, body });
      found.value = await bodyOf(call);
    });
  const reject = (speaker: string, name: string) =>
    sendInTurn(async () => {
      const params = { path: { id: id() } };
      const body = { speaker, name };
      const call = api.POST('/conversations/{id}/speakers/rejections', { params, body });
      found.value = await bodyOf(call);
    });
  const undo = (changeId: string) =>
    sendInTurn(async () => {
      const params = { path: { id: id(), changeId } };
      const call = api.POST('/conversations/{id}/speakers/changes/{changeId}/undo', { params });
      found.value = await bodyOf(call);
    });
  watch(transcript, () => void reading.send(load), { immediate: true });
  return { busy, problem, found, decide, assign, reject, undo };
}
