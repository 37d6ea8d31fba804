import {
  ConversationsRepository,
  IntakeRepository,
  OutboxRepository,
  TasksRepository,
  TranscriptionRepository,
  TranscriptsRepository,
} from '#store';

/** The repositories that the gateway uses; each is made from the database alone. */
export const REPOSITORIES = [
  ConversationsRepository,
  IntakeRepository,
  OutboxRepository,
  TasksRepository,
  TranscriptionRepository,
  TranscriptsRepository,
] as const;
