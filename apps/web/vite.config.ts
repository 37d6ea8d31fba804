import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

/** Where `vite apps/web` (developing the page) finds a running gateway. */
const GATEWAY = 'http://127.0.0.1:4700';
const API_PATHS = [
  '/agents',
  '/backups',
  '/conversations',
  '/engines',
  '/model-usage',
  '/events',
  '/memories',
  '/projects',
  '/queues',
  '/task-types',
  '/tasks',
  '/docs',
  '/openapi.json',
];

export default defineConfig({
  // The gateway serves the page here, next to the API's own paths.
  base: '/app/',
  plugins: [vue()],
  build: { outDir: '../../dist/apps/web', emptyOutDir: true, target: 'es2022' },
  server: { proxy: Object.fromEntries(API_PATHS.map((path) => [path, GATEWAY])) },
});
