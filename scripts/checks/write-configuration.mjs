// Prints docs/configuration.md. Runs on Node 24, which reads the TypeScript of the settings itself.
import { toJSONSchema } from 'zod';
import { settingsSchema } from '../../libs/platform/src/config/settings.schema.ts';

const HEAD = `# Configuration

Every setting is an environment variable; \`npm start\` also reads a file \`.env\` in the checkout (the
environment wins). All are checked at the start: every fault is named at once, and so is a name
beginning with \`AFTERWORD_\` that is no setting.

This file is written by \`npm run configuration\` from \`libs/platform/src/config/settings.schema.ts\`.

| setting | default | meaning |
|---|---|---|
`;

const { properties = {} } = toJSONSchema(settingsSchema, { io: 'input', unrepresentable: 'any' });

/** @param {string} name @param {Record<string, unknown>} property */
function defaultOf(name, { default: plain, documentedDefault }) {
  if (documentedDefault !== undefined) return String(documentedDefault);
  const value = plain ?? Reflect.get(settingsSchema.shape, name).def.defaultValue;
  return value === undefined ? 'not set' : `\`${value}\``;
}

/** @param {[string, any]} entry */
const row = ([name, property]) =>
  `| \`${name}\` | ${defaultOf(name, property)} | ${String(property.description).replaceAll('|', '\\|')} |`;

process.stdout.write(`${HEAD}${Object.entries(properties).map(row).join('\n')}\n`);
