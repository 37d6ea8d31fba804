import { computed, type ComputedRef } from 'vue';
import { useRoute, useRouter, type LocationQueryValue } from 'vue-router';

/** Which evidence is open; it is in the URL, so that it can be shared and Back closes it. */
export interface EvidenceLink {
  /** Address of the figure; `null` when none is open. */
  readonly figureKey: ComputedRef<string | null>;
  /** Id of the fact; `null` when none is open. */
  readonly factId: ComputedRef<string | null>;
  readonly openFigure: (key: string) => void;
  /** Opens a fact; an open figure stays behind it. */
  readonly openFact: (factId: string) => void;
  readonly close: () => void;
}

export function useEvidenceLink(): EvidenceLink {
  const route = useRoute();
  const router = useRouter();
  const figureKey = computed(() => textOf(route.query['figure']));
  const factId = computed(() => textOf(route.query['fact']));
  const others = () => {
    const { figure: _figure, fact: _fact, ...rest } = route.query;
    return rest;
  };
  return {
    figureKey,
    factId,
    openFigure: (key) => void router.push({ query: { ...others(), figure: key } }),
    openFact: (id) => {
      const figure = figureKey.value === null ? {} : { figure: figureKey.value };
      void router.push({ query: { ...others(), ...figure, fact: id } });
    },
    // The drawer is no page of its own: Back leads to what was there before it was opened.
    close: () => void router.replace({ query: others() }),
  };
}

function textOf(value: LocationQueryValue | LocationQueryValue[] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
