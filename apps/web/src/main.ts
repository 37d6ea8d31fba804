import { createApp } from 'vue';
import AppRoot from './app-root.vue';
import { router } from './router.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';

createApp(AppRoot).use(router).mount('#app');
