import { pinsToEvict } from '#domain';
import {
  ConversationsRepository,
  EventLogRepository,
  ExchangesRepository,
  IntakeRepository,
  MemoriesRepository,
  OutboxRepository,
  QueuesRepository,
  RequestedTasksRepository,
  SegmentsRepository,
  SummariesRepository,
  TasksRepository,
  TranscriptionRepository,
  TranscriptsRepository,
  WakesRepository,
  type Database,
} from '#store';

/** The repositories that the gateway uses and that are made from the database alone. */
const PLAIN = [
  ConversationsRepository,
  EventLogRepository,
  ExchangesRepository,
  IntakeRepository,
  OutboxRepository,
  QueuesRepository,
  RequestedTasksRepository,
  SegmentsRepository,
  SummariesRepository,
  TasksRepository,
  TranscriptionRepository,
  TranscriptsRepository,
  WakesRepository,
] as const;

/** Every repository that the gateway uses, with how it is made. */
export const REPOSITORIES = [
  ...PLAIN.map((Repository) => ({
    provide: Repository,
    make: (db: Database) => new Repository(db),
  })),
  { provide: MemoriesRepository, make: (db: Database) => new MemoriesRepository(db, pinsToEvict) },
];
