import { ref, watch, type Ref } from 'vue';

/** A text that the browser remembers from visit to visit, where it may remember anything. */
export function useRemembered(name: string): Ref<string> {
  const key = `afterword.${name}`;
  const text = ref(read(key));
  watch(text, (value) => {
    try {
      localStorage.setItem(key, value);
    } catch {
      // A browser that keeps nothing does not keep this either; the page works without.
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
