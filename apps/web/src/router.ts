import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import { pageKeyOf } from './shell/page-key.ts';
import { recoverScreens } from './shell/use-screen-recovery.ts';
import { scrollPlaceOf } from './shell/scroll-place.ts';
import HomePage from './conversations/home-page.vue';

/** Document titles of the pages. */
const TITLES: Readonly<Record<string, string>> = {
  home: 'Afterword',
  conversation: 'Conversation · Afterword',
  projects: 'Projects · Afterword',
  memories: 'Memories · Afterword',
  processing: 'Activity · Afterword',
  backups: 'Backups · Afterword',
  exports: 'Exports · Afterword',
  bin: 'Bin · Afterword',
  retention: 'Retention · Afterword',
  glossary: 'Glossary · Afterword',
  voices: 'Voices · Afterword',
  scoring: 'Weighing · Afterword',
  engines: 'Engines · Afterword',
  erasures: 'Erasures · Afterword',
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
    path: '/projects',
    name: 'projects',
    component: () => import('./projects/projects-page.vue'),
  },
  {
    path: '/projects/:id',
    component: () => import('./projects/project-page.vue'),
    props: true,
    children: [
      {
        path: '',
        name: 'project',
        component: () => import('./projects/project-overview.vue'),
        props: true,
      },
      {
        path: 'agents/:agent',
        name: 'project-agent',
        component: () => import('./projects/project-agent.vue'),
        props: true,
      },
      {
        path: 'sources',
        name: 'project-sources',
        component: () => import('./sources/project-sources.vue'),
        props: true,
      },
      {
        path: 'settings',
        name: 'project-settings',
        component: () => import('./projects/project-settings.vue'),
        props: true,
      },
    ],
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
    path: '/settings/exports',
    name: 'exports',
    component: () => import('./exports/exports-page.vue'),
  },
  {
    path: '/settings/bin',
    name: 'bin',
    component: () => import('./bin/bin-page.vue'),
  },
  {
    path: '/settings/retention',
    name: 'retention',
    component: () => import('./retention/retention-page.vue'),
  },
  {
    path: '/settings/glossary',
    name: 'glossary',
    component: () => import('./glossaries/glossary-page.vue'),
  },
  {
    path: '/settings/voices',
    name: 'voices',
    component: () => import('./voices/voices-page.vue'),
  },
  {
    path: '/settings/scoring',
    name: 'scoring',
    component: () => import('./owners/scoring-page.vue'),
  },
  {
    path: '/settings/engines',
    name: 'engines',
    component: () => import('./engines/engines-page.vue'),
  },
  {
    path: '/settings/erasures',
    name: 'erasures',
    component: () => import('./erasures/erasures-page.vue'),
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
  // oxlint-disable-next-line typescript/no-deprecated -- its successor is experimental
  scrollBehavior: scrollPlaceOf,
});

recoverScreens(router);

router.afterEach((to, from) => {
  const isSamePage = pageKeyOf(to) === pageKeyOf(from);
  // The page of a project sets its own title, with the name of the project.
  if (!isSamePage) document.title = TITLES[String(to.name)] ?? 'Afterword';
  if (isSamePage || from.matched.length === 0) return;
  // A new page starts at its beginning, also for keyboard and screen reader users.
  document.getElementById('main')?.focus({ preventScroll: true });
});
