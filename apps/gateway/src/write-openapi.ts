import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { ENGINES } from '#engines/definitions';
import { loadConfig } from '#platform';
import { createGateway } from './create-gateway.ts';
import { describeApi } from './openapi/describe-api.ts';

// Writes the OpenAPI document: `node dist/apps/gateway/src/write-openapi.js [file]`. Needs neither
// database nor Temporal, and ignores all settings, so that the result is the same everywhere.
const [file = 'openapi.json'] = process.argv.slice(2);
const app = await createGateway(loadConfig(ENGINES, { AFTERWORD_LOG_LEVEL: 'error' }));
await writeFile(file, `${JSON.stringify(describeApi(app), null, 2)}\n`);
await app.close();
