/**
 * The import rules. Each rule states its reason; to change a rule, change it and its reason here
 * instead of working around it.
 */
const library = (name) => `^libs/${name}/src/`;
const libraries = (...names) => `^libs/(${names.join('|')})/src/`;
/** Specs and their fixtures. */
const SPEC = '\\.(spec|fixture)\\.ts$';
/** Files that are loaded when the engine definitions are read. */
const ENGINE_DEFINITIONS = [
  '^libs/engines/src/(definitions|engine-names)\\.ts$',
  '^libs/engines/src/(language|speech)/(define-[^/]+|[^/]+\\.definition)\\.ts$',
  '^libs/engines/src/(language|speech)/providers/[^./]+(\\.definition)?\\.ts$',
  '^libs/engines/src/remote/[^./]+-settings\\.ts$',
];

/** Code in `from` may import project code only from `allowed`. */
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
      comment: 'Two files that import each other should be one file, or share a third one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'apps-are-separate',
      comment: 'Each app is deployed independently; shared code belongs in a library.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libraries-know-no-app',
      comment: 'A library does not depend on the apps that use it.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'one-public-door',
      comment:
        'Other code imports only the index.ts of a library, so that its internals can change. Contracts have five entry points, of which only `api` and `export` import Zod. The engine definitions are a second entry point of the engines, without adapters, for code that reads settings. A fixture at the root of a library may be used by other specs.',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: {
        path: '^libs/([^/]+)/src/',
        pathNot: [
          '^libs/$2/src/',
          '^libs/[^/]+/src/index\\.ts$',
          '^libs/contracts/src/(model|tasks|workflows|api|export)/index\\.ts$',
          '^libs/engines/src/definitions\\.ts$',
          '^libs/[^/]+/src/[^/]+\\.fixture\\.ts$',
        ],
      },
    },
    mayImportOnly(
      'contracts-stand-alone',
      library('contracts'),
      [library('contracts')],
      'All other code depends on the contracts; they depend on no project code.',
    ),
    {
      name: 'workflow-contracts-without-zod',
      comment: 'These are bundled into workflows; schemas would add Zod to the bundle.',
      severity: 'error',
      from: { path: '^libs/contracts/src/(model|tasks|workflows)/', pathNot: '\\.spec\\.ts$' },
      to: { path: ['^libs/contracts/src/(api|export)/', 'node_modules/zod/'] },
    },
    {
      name: 'contracts-in-layers',
      comment: 'The model imports nothing, tasks import the model, workflows import both.',
      severity: 'error',
      from: { path: '^libs/contracts/src/model/', pathNot: SPEC },
      to: { path: '^libs/contracts/src/(tasks|workflows|api|export)/' },
    },
    {
      name: 'tasks-know-no-workflow',
      comment: 'The definition of a task type does not depend on how Temporal runs it.',
      severity: 'error',
      from: { path: '^libs/contracts/src/tasks/', pathNot: SPEC },
      to: { path: '^libs/contracts/src/workflows/' },
    },
    mayImportOnly(
      'domain-is-pure',
      library('domain'),
      ['^libs/contracts/src/(model|tasks)/', library('domain')],
      'Domain rules are tested without a database, a queue or a clock. They use plain types of the model, so that the API and the workflows can change independently.',
    ),
    mayImportOnly(
      'agents-are-pure',
      library('agents'),
      ['^libs/contracts/src/(model|tasks)/', libraries('domain', 'agents')],
      'What an agent reads and computes is tested without a database, a queue or a clock.',
    ),
    mayImportOnly(
      'platform-knows-contracts',
      library('platform'),
      [libraries('contracts', 'platform')],
      'Settings, logs and errors are used by all code except the contracts.',
    ),
    mayImportOnly(
      'engines-know-no-store',
      library('engines'),
      [libraries('contracts', 'domain', 'agents', 'platform', 'engines')],
      'An engine turns input into output; it does not store results. The threads of the rules also run the guards of corrections and the rules of agents.',
    ),
    mayImportOnly(
      'documents-know-no-store',
      library('documents'),
      [libraries('contracts', 'platform', 'documents')],
      'Reading turns a file into parts; it does not store them.',
    ),
    {
      name: 'documents-are-read-in-a-child',
      comment:
        'No file may hold or exhaust a worker: the parsers are loaded only by the program that the fence starts.',
      severity: 'error',
      from: {
        path: '^libs/documents/src/',
        pathNot: [
          SPEC,
          '^libs/documents/src/formats/',
          '^libs/documents/src/fence/reading\\.program\\.ts$',
        ],
      },
      to: {
        path: '^libs/documents/src/(formats/|fence/reading\\.program\\.ts$)',
        dependencyTypesNot: ['type-only'],
      },
    },
    mayImportOnly(
      'store-knows-no-engine',
      library('store'),
      [libraries('contracts', 'platform', 'store')],
      'Stored data does not depend on the engine that produced it.',
    ),
    mayImportOnly(
      'temporal-knows-the-store',
      library('temporal'),
      [libraries('contracts', 'domain', 'platform', 'store', 'temporal')],
      'It delivers the contents of the outbox to Temporal, for the gateway and the workers.',
    ),
    mayImportOnly(
      'backups-know-the-store',
      library('backups'),
      [libraries('contracts', 'domain', 'platform', 'store', 'backups')],
      'Backups read and write the database, the blobs and the place where backups are; they know no engine and no Temporal, so that the command line can use them alone.',
    ),
    mayImportOnly(
      'workflows-stay-deterministic',
      library('workflows'),
      ['^libs/contracts/src/(model|tasks|workflows)/', libraries('domain', 'workflows')],
      'Workflow code is bundled and replayed: only contracts without Zod, and pure rules.',
    ),
    mayImportOnly(
      'activities-know-ports',
      library('activities'),
      [
        libraries(
          'contracts',
          'domain',
          'agents',
          'temporal',
          'engines',
          'store',
          'backups',
          'documents',
          'platform',
          'activities',
        ),
      ],
      'Activities combine rules, engines and store; workflows call activities, never the reverse.',
    ),
    {
      name: 'gateway-starts-and-reads',
      comment:
        'The gateway never runs tasks itself: it knows workflows only by name, and engines only by their settings and names.',
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
        'Every process reads the engine definitions for their settings; adapters and their SDKs are imported only when an engine is created.',
      severity: 'error',
      from: { path: ENGINE_DEFINITIONS },
      to: {
        path: '^libs/engines/src/',
        pathNot: ENGINE_DEFINITIONS,
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'page-knows-the-document',
      comment: 'The page uses the API through its OpenAPI document, like any other client.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^libs/' },
    },
    {
      name: 'no-unlisted-packages',
      comment: 'A transitive dependency can disappear with any update.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: SPEC },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-unresolved-imports',
      comment: 'An import that does not resolve.',
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
