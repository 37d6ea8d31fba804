// Prints docs/configuration.md. Reads the settings from the build: `npm run configuration` and
// `npm run check` bring it up to date first.
import { toJSONSchema, z } from 'zod';
import { ENGINES } from '#engines/definitions';
import { allSettings } from '#platform';

const HEAD = `# Configuration

Every setting is an environment variable; \`npm start\` also reads a file \`.env\` in the checkout (the
environment wins). All are checked at the start: every fault is named at once, and so is a name
beginning with \`AFTERWORD_\` that is no setting.

This file is written by \`npm run configuration\` from \`libs/platform/src/config/settings.schema.ts\` and
the definitions of the engines in \`libs/engines/src\`.

| setting | default | meaning |
|---|---|---|
`;

const ENGINES_HEAD = `
## Engines

A language engine that needs settings is available once they are set, whichever engine is the default.

| engine | kind | what it is | settings of its own | of these it needs |
|---|---|---|---|---|
`;

const settings = allSettings(ENGINES);
const { properties = {} } = toJSONSchema(z.object(settings), {
  io: 'input',
  unrepresentable: 'any',
});

/** @param {string} name @param {Record<string, unknown>} property */
function defaultOf(name, { default: plain, documentedDefault }) {
  if (documentedDefault !== undefined) return String(documentedDefault);
  const value = plain ?? Reflect.get(settings, name).def.defaultValue;
  return value === undefined ? 'not set' : `\`${value}\``;
}

/** @param {[string, any]} entry */
const row = ([name, property]) =>
  `| \`${name}\` | ${defaultOf(name, property)} | ${String(property.description).replaceAll('|', '\\|')} |`;

/** @param {readonly string[]} names */
const list = (names) => names.map((name) => `\`${name}\``).join(', ') || 'none';

/** @param {(typeof ENGINES)[number]} engine */
const engineRow = ({ name, kind, description, settings: own, required }) =>
  `| \`${name}\` | ${kind} | ${description} | ${list(Object.keys(own.shape))} | ${list(required)} |`;

const rows = Object.entries(properties).map(row).join('\n');
const engines = ENGINES.map(engineRow).join('\n');
process.stdout.write(`${HEAD}${rows}\n${ENGINES_HEAD}${engines}\n`);
