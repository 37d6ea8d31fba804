import type { Ref } from 'vue';

/**
 * Takes what is chosen in a file input, which then is ready for the same files again.
 *
 * @param input - The input, once it is there.
 * @param onFiles - Given what was chosen.
 * @returns To be called when the input changes.
 */
export function useChosenFiles(
  input: Readonly<Ref<HTMLInputElement | null>>,
  onFiles: (files: readonly File[]) => void,
): () => void {
  return () => {
    const files = [...(input.value?.files ?? [])];
    if (files.length > 0) onFiles(files);
    if (input.value) input.value.value = '';
  };
}
