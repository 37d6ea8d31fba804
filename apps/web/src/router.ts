import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import HomePage from './pages/home-page.vue';

/** Titles of the pages as tabs of the browser show them. */
const TITLES: Readonly<Record<string, string>> = {
  home: 'Afterword',
  conversation: 'Conversation · Afterword',
  processing: 'Processing · Afterword',
  nothing: 'Nothing here · Afterword',
};

const routes: RouteRecordRaw[] = [
  { path: '/', name: 'home', component: HomePage },
  {
    path: '/conversations/:id',
    name: 'conversation',
    component: () => import('./pages/conversation-page.vue'),
    props: true,
  },
  {
    path: '/processing',
    name: 'processing',
    component: () => import('./pages/processing-page.vue'),
  },
  {
    path: '/:path(.*)*',
    name: 'nothing',
    component: () => import('./pages/nothing-page.vue'),
  },
];

export const router = createRouter({
  history: createWebHistory(import.meta.env.BASE_URL),
  routes,
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
});

router.afterEach((to) => {
  document.title = TITLES[String(to.name)] ?? 'Afterword';
});
