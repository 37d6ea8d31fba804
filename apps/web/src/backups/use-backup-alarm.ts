import { onMounted, onScopeDispose, ref, type Ref } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import { useFeed } from '../shared/use-feed.ts';
import { isEndForAll } from '../tasks/task-end.ts';
import { alarmOf } from './backup-alarm.ts';

const POLL_INTERVAL_MS = 5 * 60_000;
/** Enough to find two that were neither cancelled nor are open. */
const LATEST_TASKS = 10;

/**
 * Why a person should look at the backups now; `null` when all is well, or when that cannot be
 * read. Checked when the page opens, when a backup ends, and every few minutes while the page is
 * visible.
 */
export function useBackupAlarm(): Readonly<Ref<string | null>> {
  const alarm = ref<string | null>(null);
  let checkedAtMs = 0;
  const check = async () => {
    checkedAtMs = Date.now();
    alarm.value = await fetchAlarm().catch(() => null);
  };
  const checkWhenDue = () => {
    if (!document.hidden && Date.now() - checkedAtMs >= POLL_INTERVAL_MS) void check();
  };
  const timer = window.setInterval(checkWhenDue, POLL_INTERVAL_MS);
  document.addEventListener('visibilitychange', checkWhenDue);
  onScopeDispose(() => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', checkWhenDue);
  });
  useFeed({ onEvent: (event) => void (isEndForAll(event) && check()) });
  onMounted(checkWhenDue);
  return alarm;
}

async function fetchAlarm(): Promise<string | null> {
  const query = { type: 'backup', limit: LATEST_TASKS } as const;
  const [status, tasks] = await Promise.all([
    bodyOf(api.GET('/backups/status')),
    bodyOf(api.GET('/tasks', { params: { query } })),
  ]);
  return alarmOf(status, tasks.items, Date.now());
}
