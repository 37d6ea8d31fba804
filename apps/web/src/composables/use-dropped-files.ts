import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';

/**
 * Takes files that are dropped anywhere on the page.
 *
 * @param onFiles - Given what was dropped.
 * @returns Whether files are held over the page.
 */
export function useDroppedFiles(onFiles: (files: readonly File[]) => void): Readonly<Ref<boolean>> {
  const over = ref(false);
  const onDragOver = (event: DragEvent) => {
    over.value = event.dataTransfer?.types.includes('Files') ?? false;
  };
  // `dragleave` fires at the border of every element; only without a target is it the page's.
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
