/** A text that is inserted into a file to register a task type, an entity or an agent. */
export interface Registration {
  /** Path relative to the project root. */
  readonly file: string;
  /** The text after which `line` is inserted; occurs exactly once in the file. */
  readonly after: string;
  readonly line: string;
}

/** Registrations of the task type `watering`, following the steps in docs/architecture.md. */
export const TASK_TYPE: readonly Registration[] = [
  {
    file: 'libs/contracts/src/tasks/task-kind.ts',
    after: `TASK_SUBJECTS = ['clip', 'conversation'`,
    line: `, 'garden'`,
  },
  {
    file: 'libs/contracts/src/tasks/catalogue.ts',
    after: 'export const TASKS = {',
    line: `
  watering: {
    queue: 'language',
    unit: 'litres',
    steps: ['pour'],
    of: 'garden',
    engine: null,
    changesText: false,
    oneAtATime: false,
    waitsForQuiet: false,
    sharesRun: false,
    cancellable: true,
  },`,
  },
  {
    file: 'libs/contracts/src/tasks/labels.ts',
    after: 'readonly [Type in TaskType]: TaskLabels<Type> } = {',
    line: `
  watering: {
    name: 'Watering',
    verb: 'Water',
    none: 'nothing yet',
    unit: 'litre',
    steps: { pour: 'Pouring water' },
  },`,
  },
  {
    file: 'libs/contracts/src/workflows/language-tasks.ts',
    after: 'export interface LanguageActivities {',
    line: '\n  waterGarden(run: SoleActivityRun): Promise<TaskOutcome>;',
  },
  {
    file: 'libs/workflows/src/index.ts',
    after: `export { transcription } from './transcription/transcription.workflow.ts';`,
    line: `\nexport { watering } from './watering/watering.workflow.ts';`,
  },
  {
    file: 'libs/activities/src/handlers.ts',
    after: `import { transcription } from './transcription/transcription.handler.ts';`,
    line: `\nimport { watering } from './watering/watering.handler.ts';`,
  },
  {
    file: 'libs/activities/src/handlers.ts',
    after: 'TaskHandler<LanguageDependencies>[] = [',
    line: '\n  watering,',
  },
  {
    file: 'libs/store/src/tasks/requests/claims.ts',
    after: 'Readonly<Record<TaskType, ClaimAll | null>> = {',
    line: '\n  watering: null,',
  },
  {
    file: 'libs/store/src/schema/index.ts',
    after: `export * from './events.schema.ts';`,
    line: `\nexport * from './gardens.schema.ts';`,
  },
  {
    file: 'libs/store/src/store.ts',
    after: `import { ExchangesRepository } from './exchanges/exchanges.repository.ts';`,
    line: `\nimport { GardensRepository } from './gardens/gardens.repository.ts';`,
  },
  {
    file: 'libs/store/src/store.ts',
    after: 'exchanges: new ExchangesRepository(db, limits),',
    line: '\n    gardens: new GardensRepository(db),',
  },
  {
    // The format that `npm run migrations` writes.
    file: 'libs/store/migrations/meta/_journal.json',
    after: '"entries": [',
    line: `
    {
      "idx": 9999,
      "version": "7",
      "when": 4102444800000,
      "tag": "9999_gardens",
      "breakpoints": true
    },`,
  },
];

/** Registrations of the entity `garden`, following the steps in docs/architecture.md. */
export const ENTITY: readonly Registration[] = [
  {
    file: 'libs/contracts/src/workflows/entities.ts',
    after: 'export const ENTITIES = {',
    line: `\n  garden: { workflow: 'garden', searchAttribute: null },`,
  },
  {
    file: 'libs/workflows/src/index.ts',
    after: `export { correction } from './correction/correction.workflow.ts';`,
    line: `\nexport { garden } from './garden/garden.workflow.ts';`,
  },
  {
    file: 'libs/store/src/pending-work/entities.ts',
    after: `import { conversationWork } from './conversation-work.ts';`,
    line: `\nimport { gardenWork } from './garden-work.ts';`,
  },
  {
    file: 'libs/store/src/pending-work/entities.ts',
    after: 'conversation: conversationWork(settings)',
    line: ', garden: gardenWork()',
  },
];

/** Registrations of the agent `safety`, following the steps in docs/architecture.md. */
export const AGENT: readonly Registration[] = [
  {
    file: 'libs/agents/src/catalogue.ts',
    after: `import { performance } from './performance/performance.agent.ts';`,
    line: `\nimport { safety } from './safety/safety.agent.ts';`,
  },
  {
    file: 'libs/agents/src/catalogue.ts',
    after: 'AGENTS: readonly AgentDefinition[] = [financial, performance',
    line: ', safety',
  },
];
