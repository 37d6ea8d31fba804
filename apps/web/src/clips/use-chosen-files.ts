import type { Ref } from 'vue';

/**
 * Passes on the files chosen in a file input, and resets it so that they can be chosen again.
 *
 * @param input - The input element, once it is mounted.
 * @param onFiles - Receives the chosen files.
 * @returns The handler of the input's `change` event.
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
