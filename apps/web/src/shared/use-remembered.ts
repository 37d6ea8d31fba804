import { ref, watch, type Ref } from 'vue';

/** A text that is kept in the browser's storage, if storage is available. */
export function useRemembered(name: string): Ref<string> {
  const key = `afterword.${name}`;
  const text = ref(read(key));
  watch(text, (value) => {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Storage may be unavailable; the page works without it.
    }
  });
  return text;
}

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}
