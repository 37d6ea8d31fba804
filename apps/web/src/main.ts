import { createApp } from 'vue';
import AppRoot from './app-root.vue';
import { loadTaskTypes } from './composables/use-task-types.ts';
import { router } from './router.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';

/** The page does without the labels of task types when they take longer than that. */
const PATIENCE_MS = 1000;

const isLate = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
await Promise.race([loadTaskTypes(), isLate]);
createApp(AppRoot).use(router).mount('#app');
