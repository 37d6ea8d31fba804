import { ref, type Ref } from 'vue';
import { useRouter } from 'vue-router';
import { copyText } from './copy-text.ts';
import { segmentHash } from './moment-link.ts';

/** The link to a segment. */
export interface SegmentLink {
  /** What came of copying; empty before. */
  readonly copied: Readonly<Ref<string>>;
  readonly copy: () => Promise<void>;
}

/**
 * @param conversationId - The conversation of the segment.
 * @param segmentId - The segment.
 * @param atMs - Its moment, in milliseconds from the start of the conversation; null without times.
 */
export function useSegmentLink(
  conversationId: string,
  segmentId: string,
  atMs: () => number | null,
): SegmentLink {
  const router = useRouter();
  const copied = ref('');
  const copy = async () => {
    const hash = segmentHash(segmentId, atMs());
    const { href } = router.resolve({ name: 'conversation', params: { id: conversationId }, hash });
    if (await copyText(new URL(href, window.location.href).href)) {
      copied.value = 'Copied';
      return;
    }
    // Browsers copy only over HTTPS and on the machine itself.
    window.history.replaceState(window.history.state, '', href);
    copied.value = 'See the address bar';
  };
  return { copied, copy };
}
