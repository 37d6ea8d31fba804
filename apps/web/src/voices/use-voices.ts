import { ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { api, bodyOf, doneBy } from '../api/client.ts';
import type { OwnerSettings, VoiceProfile } from '../api/types.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';

const PAGE = 50;

/** What somebody sets for an owner on the page. */
type OwnerSettingsChange = Partial<Pick<OwnerSettings, 'voiceProfiles' | 'spokenLanguage'>>;

/** The named voices of an owner, and what people do with them. */
export interface VoicesAccess extends Pick<PageRequest, 'busy' | 'problem'> {
  /** Null until they are known. */
  readonly settings: Readonly<ShallowRef<OwnerSettings | null>>;
  readonly profiles: Readonly<ShallowRef<readonly VoiceProfile[]>>;
  readonly hasMore: Readonly<Ref<boolean>>;
  readonly showMore: () => Promise<void>;
  /** Changes what is set for the owner; what is left out stays. */
  readonly set: (change: OwnerSettingsChange) => Promise<void>;
  readonly forget: (id: string) => Promise<void>;
  readonly forgetAll: () => Promise<void>;
}

/** @param owner - Whose voices. */
export function useVoices(owner: () => string): VoicesAccess {
  const { busy, problem, send } = useRequest();
  const settings = shallowRef<OwnerSettings | null>(null);
  const profiles = shallowRef<readonly VoiceProfile[]>([]);
  const hasMore = ref(false);
  const path = () => ({ params: { path: { ownerId: owner() } } });
  const load = async (cursor?: string) => {
    const query = { ownerId: owner(), limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
    const page = await bodyOf(api.GET('/voice-profiles', { params: { query } }));
    profiles.value = cursor === undefined ? page.items : [...profiles.value, ...page.items];
    hasMore.value = page.nextCursor !== null;
  };
  const loadAll = async () => {
    settings.value = await bodyOf(api.GET('/owners/{ownerId}/settings', path()));
    await load();
  };
  const change = async (work: () => Promise<unknown>) => {
    await send(async () => {
      await work();
      await loadAll();
    });
  };
  watch(owner, () => void send(loadAll), { immediate: true });
  return {
    ...{ busy, problem, settings, profiles, hasMore },
    showMore: async () => void (await send(() => load(profiles.value.at(-1)?.id))),
    set: (body) =>
      change(() => bodyOf(api.PATCH('/owners/{ownerId}/settings', { ...path(), body }))),
    forget: (id) =>
      change(() => doneBy(api.DELETE('/voice-profiles/{id}', { params: { path: { id } } }))),
    forgetAll: () =>
      change(() =>
        doneBy(api.DELETE('/voice-profiles', { params: { query: { ownerId: owner() } } })),
      ),
  };
}
