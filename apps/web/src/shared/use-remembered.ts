import { ref, watch, type Ref } from 'vue';

/** A text that is kept in the browser's storage, if storage is available. */
export function useRemembered(name: string): Ref<string> {
  const text = ref(remembered(name));
  watch(text, (value) => remember(name, value));
  return text;
}

/** The text that is kept under a name now, also by another tab; empty for none. */
export function remembered(name: string): string {
  try {
    return localStorage.getItem(keyOf(name)) ?? '';
  } catch {
    return '';
  }
}

/** Keeps a text under a name. */
export function remember(name: string, text: string): void {
  try {
    localStorage.setItem(keyOf(name), text);
  } catch {
    // Storage may be unavailable; the page works without it.
  }
}

function keyOf(name: string): string {
  return `afterword.${name}`;
}
