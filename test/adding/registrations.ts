/** A line of a file that registers something. */
export interface Registration {
  /** Path from the root of the project. */
  readonly file: string;
  /** The text that it stands behind; found exactly once. */
  readonly after: string;
  readonly line: string;
}

/** What registers the task type `watering`, by the steps of docs/architecture.md. */
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
    line: '\n  waterGarden(run: TaskRun): Promise<TaskOutcome>;',
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
    // As `npm run migrations` writes it.
    file: 'libs/store/migrations/meta/_journal.json',
    after: '"entries": [',
    line: `
    {
      "idx": 4,
      "version": "7",
      "when": 4102444800000,
      "tag": "0004_gardens",
      "breakpoints": true
    },`,
  },
];

/** What registers the entity `garden`, by the steps of docs/architecture.md. */
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
    after: 'conversation: conversationWork(settings.scoring)',
    line: ', garden: gardenWork()',
  },
];
