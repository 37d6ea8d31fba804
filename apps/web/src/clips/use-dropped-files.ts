import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';

/**
 * Accepts files that are dropped anywhere on the page.
 *
 * @param onFiles - Receives the dropped files.
 * @returns Whether files are being dragged over the page.
 */
export function useDroppedFiles(onFiles: (files: readonly File[]) => void): Readonly<Ref<boolean>> {
  const over = ref(false);
  const onDragOver = (event: DragEvent) => {
    over.value = event.dataTransfer?.types.includes('Files') ?? false;
  };
  // `dragleave` fires at the edge of every element; without a related target, it is the page's edge.
  const onDragLeave = (event: DragEvent) => {
    if (event.relatedTarget === null) over.value = false;
  };
  const onDrop = (event: DragEvent) => {
    over.value = false;
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) onFiles(files);
  };
  onMounted(() => {
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
  });
  onBeforeUnmount(() => {
    window.removeEventListener('dragover', onDragOver);
    window.removeEventListener('dragleave', onDragLeave);
    window.removeEventListener('drop', onDrop);
  });
  return over;
}
