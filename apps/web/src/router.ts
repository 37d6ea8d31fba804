import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import HomePage from './conversations/home-page.vue';

/** Document titles of the pages. */
const TITLES: Readonly<Record<string, string>> = {
  home: 'Afterword',
  conversation: 'Conversation · Afterword',
  memories: 'Memories · Afterword',
  processing: 'Processing · Afterword',
  backups: 'Backups · Afterword',
  nothing: 'Nothing here · Afterword',
};

const routes: RouteRecordRaw[] = [
  { path: '/', name: 'home', component: HomePage },
  {
    path: '/conversations/:id',
    name: 'conversation',
    component: () => import('./conversations/conversation-page.vue'),
    props: true,
  },
  {
    path: '/memories',
    name: 'memories',
    component: () => import('./memories/memories-page.vue'),
  },
  {
    path: '/processing',
    name: 'processing',
    component: () => import('./tasks/processing-page.vue'),
  },
  { path: '/settings', redirect: { name: 'backups' } },
  {
    path: '/settings/backups',
    name: 'backups',
    component: () => import('./backups/backups-page.vue'),
  },
  {
    path: '/:path(.*)*',
    name: 'nothing',
    component: () => import('./shared/nothing-page.vue'),
  },
];

export const router = createRouter({
  history: createWebHistory(import.meta.env.BASE_URL),
  routes,
});

router.afterEach((to, from) => {
  document.title = TITLES[String(to.name)] ?? 'Afterword';
  if (to.path === from.path || from.matched.length === 0) return;
  // A new page starts at its top, also for keyboard and screen reader users.
  window.scrollTo({ top: 0 });
  document.getElementById('main')?.focus({ preventScroll: true });
});
