import { pinsToEvict } from '#domain';
import {
  ConversationsRepository,
  EventLogRepository,
  ExchangesRepository,
  IntakeRepository,
  MemoriesRepository,
  OutboxRepository,
  OwnerUsageRepository,
  QueuesRepository,
  RequestedTasksRepository,
  SegmentsRepository,
  SummariesRepository,
  TasksRepository,
  TextVersionsRepository,
  TranscriptionRepository,
  TranscriptsRepository,
  WaitingWorkRepository,
  WakesRepository,
  type Database,
  type OwnerLimits,
} from '#store';

/** The repositories that are made from the database alone. */
const PLAIN = [
  ConversationsRepository,
  EventLogRepository,
  OutboxRepository,
  QueuesRepository,
  SegmentsRepository,
  SummariesRepository,
  TasksRepository,
  TextVersionsRepository,
  TranscriptionRepository,
  TranscriptsRepository,
  WaitingWorkRepository,
  WakesRepository,
] as const;

/** The repositories that accept work, or say how much of it there may be. */
const LIMITED = [
  ExchangesRepository,
  IntakeRepository,
  OwnerUsageRepository,
  RequestedTasksRepository,
] as const;

/** Every repository that the gateway uses, with how it is made. */
export const REPOSITORIES = [
  ...PLAIN.map((Repository) => ({
    provide: Repository,
    make: (db: Database) => new Repository(db),
  })),
  ...LIMITED.map((Repository) => ({
    provide: Repository,
    make: (db: Database, limits: OwnerLimits) => new Repository(db, limits),
  })),
  {
    provide: MemoriesRepository,
    make: (db: Database, limits: OwnerLimits) => new MemoriesRepository(db, pinsToEvict, limits),
  },
];
