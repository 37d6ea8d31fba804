import { createApp } from 'vue';
import AppRoot from './app-root.vue';
import { loadTaskTypes } from './tasks/use-task-types.ts';
import { router } from './router.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';

/** Maximum time to wait for the labels of task types before the page is shown. */
const TIMEOUT_MS = 1000;

const isLate = new Promise<void>((resolve) => setTimeout(resolve, TIMEOUT_MS));
await Promise.race([loadTaskTypes(), isLate]);
createApp(AppRoot).use(router).mount('#app');
