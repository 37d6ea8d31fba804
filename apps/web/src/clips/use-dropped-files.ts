import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';

/** How many parts of the open screen accept dropped files. */
const takers = ref(0);

/** Whether the open screen accepts files that are dropped on it. */
function isDropTaken(): boolean {
  return takers.value > 0;
}

/**
 * Accepts files that are dropped anywhere on the page.
 *
 * @param onFiles - Receives the dropped files.
 * @returns Whether files are being dragged over the page.
 */
export function useDroppedFiles(onFiles: (files: readonly File[]) => void): Readonly<Ref<boolean>> {
  onMounted(() => {
    takers.value += 1;
  });
  onBeforeUnmount(() => {
    takers.value -= 1;
  });
  return useDragging(onFiles);
}

/**
 * Accepts files that are dropped on a screen that takes none.
 *
 * @param onFiles - Receives the dropped files.
 */
export function useStrayFiles(onFiles: (files: readonly File[]) => void): void {
  useDragging((files) => {
    if (!isDropTaken()) onFiles(files);
  });
}

function useDragging(onFiles: (files: readonly File[]) => void): Readonly<Ref<boolean>> {
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
