import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './libs/store/src/schema/*.schema.ts',
  out: './libs/store/migrations',
});
