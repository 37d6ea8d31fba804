import { onScopeDispose, ref, type Ref } from 'vue';

const now = ref(Date.now());
let watchers = 0;
let timer: number | undefined;

function start(): void {
  now.value = Date.now();
  timer = window.setInterval(() => {
    now.value = Date.now();
  }, 1000);
}

/** The current time in milliseconds since 1970, updated every second by one timer for the page. */
export function useNow(): Readonly<Ref<number>> {
  if (watchers === 0) start();
  watchers += 1;
  onScopeDispose(() => {
    watchers -= 1;
    if (watchers === 0) clearInterval(timer);
  });
  return now;
}
