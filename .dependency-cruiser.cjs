/**
 * Who may import whom. Each rule says why; a rule that gets in the way is changed here, with its
 * reason, not worked around.
 */
const library = (name) => `^libs/${name}/src/`;
const libraries = (...names) => `^libs/(${names.join('|')})/src/`;
/** Specs, and what they build their tests with. */
const SPEC = '\\.(spec|fixture)\\.ts$';
/** What reading the definitions of the engines loads. */
const ENGINE_DEFINITIONS = [
  '^libs/engines/src/(definitions|engine-names)\\.ts$',
  '^libs/engines/src/(language|speech)/(define-[^/]+|[^/]+\\.definition)\\.ts$',
];

/** Code of `from` must not import ours, except what `allowed` names. */
const mayImportOnly = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: SPEC },
  to: { path: '^(apps|libs)/', pathNot: allowed },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or hide a third that both need.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'apps-are-separate',
      comment: 'Each app runs alone and is replaced alone; what two need belongs in a library.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libraries-know-no-app',
      comment: 'A library serves any app.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'one-public-door',
      comment:
        'Outside a library only its index.ts is known, so that everything behind it may change. Contracts have four doors, of which only `api` brings Zod. The definitions of the engines are a second door of theirs, free of adapters, for whoever reads settings. A fixture at the root of a library serves the specs of others.',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: {
        path: '^libs/([^/]+)/src/',
        pathNot: [
          '^libs/$2/src/',
          '^libs/[^/]+/src/index\\.ts$',
          '^libs/contracts/src/(model|tasks|workflows|api)/index\\.ts$',
          '^libs/engines/src/definitions\\.ts$',
          '^libs/[^/]+/src/[^/]+\\.fixture\\.ts$',
        ],
      },
    },
    mayImportOnly(
      'contracts-stand-alone',
      library('contracts'),
      [library('contracts')],
      'Contracts are what everything else agrees on; they agree on nothing of ours.',
    ),
    {
      name: 'workflow-contracts-without-zod',
      comment: 'These are bundled into workflows; schemas would bring all of Zod along.',
      severity: 'error',
      from: { path: '^libs/contracts/src/(model|tasks|workflows)/', pathNot: '\\.spec\\.ts$' },
      to: { path: ['^libs/contracts/src/api/', 'node_modules/zod/'] },
    },
    {
      name: 'contracts-in-layers',
      comment: 'The vocabulary knows nothing else, tasks know the vocabulary, workflows know both.',
      severity: 'error',
      from: { path: '^libs/contracts/src/model/', pathNot: SPEC },
      to: { path: '^libs/contracts/src/(tasks|workflows|api)/' },
    },
    {
      name: 'tasks-know-no-workflow',
      comment: 'What a task type is does not depend on how Temporal runs it.',
      severity: 'error',
      from: { path: '^libs/contracts/src/tasks/', pathNot: SPEC },
      to: { path: '^libs/contracts/src/workflows/' },
    },
    mayImportOnly(
      'domain-is-pure',
      library('domain'),
      ['^libs/contracts/src/(model|tasks)/', library('domain')],
      'Rules are tested without a database, a queue or a clock. They take and return plain types of the model: how the API shows something, or how a workflow is called, may change without them.',
    ),
    mayImportOnly(
      'platform-knows-contracts',
      library('platform'),
      [libraries('contracts', 'platform')],
      'Settings, logs and errors lie under everything but the contracts.',
    ),
    mayImportOnly(
      'engines-know-no-store',
      library('engines'),
      [libraries('contracts', 'platform', 'engines')],
      'An engine turns input into output; what is kept is not its business.',
    ),
    mayImportOnly(
      'store-knows-no-engine',
      library('store'),
      [libraries('contracts', 'platform', 'store')],
      'What is kept does not depend on what made it.',
    ),
    mayImportOnly(
      'temporal-knows-the-store',
      library('temporal'),
      [libraries('contracts', 'domain', 'platform', 'store', 'temporal')],
      'It tells Temporal what the database holds, whoever runs it.',
    ),
    mayImportOnly(
      'workflows-stay-deterministic',
      library('workflows'),
      ['^libs/contracts/src/(model|tasks|workflows)/', libraries('domain', 'workflows')],
      'Workflow code is bundled and replayed: contracts without Zod and pure rules only.',
    ),
    mayImportOnly(
      'activities-know-ports',
      library('activities'),
      [libraries('contracts', 'domain', 'temporal', 'engines', 'store', 'platform', 'activities')],
      'Activities join rules, engines and store; workflows call them, never the other way.',
    ),
    {
      name: 'gateway-starts-and-reads',
      comment:
        'The gateway never does the work itself: it knows workflows by name only, and engines by their settings and names.',
      severity: 'error',
      from: { path: '^apps/gateway/', pathNot: SPEC },
      to: {
        path: libraries('workflows', 'activities', 'engines'),
        pathNot: '^libs/engines/src/definitions\\.ts$',
      },
    },
    {
      name: 'definitions-load-no-engine',
      comment:
        'Every process reads the definitions of the engines for their settings; adapters, and the SDKs behind them, are imported when an engine is created.',
      severity: 'error',
      from: { path: ENGINE_DEFINITIONS },
      to: {
        path: '^libs/engines/src/',
        pathNot: [...ENGINE_DEFINITIONS, '^libs/engines/src/speech/faster-whisper/models\\.ts$'],
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'page-knows-the-document',
      comment: 'The page knows the API by its OpenAPI document, as every other application does.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^libs/' },
    },
    {
      name: 'no-unlisted-packages',
      comment: 'A package that is there only because another one needs it may be gone tomorrow.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: SPEC },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-unresolved-imports',
      comment: 'A path that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.vue$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^apps/web/src/.*\\.vue$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['afterword-source', 'import', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
