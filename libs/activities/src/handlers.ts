import type { BackupDependencies } from './backup/backup-dependencies.ts';
import { backup } from './backup/backup.handler.ts';
import { correction } from './correction/correction.handler.ts';
import type { LanguageDependencies } from './shared/language/language-dependencies.ts';
import type { RestoreDependencies } from './restore/restore-dependencies.ts';
import { restore } from './restore/restore.handler.ts';
import type { TaskHandler } from './shared/task-handler.ts';
import { significance } from './significance/significance.handler.ts';
import { summary } from './summary/summary.handler.ts';
import type { SpeechDependencies } from './transcription/speech-dependencies.ts';
import { transcription } from './transcription/transcription.handler.ts';

/** The handlers of the task types of the `speech` queue. */
export const SPEECH_HANDLERS: readonly TaskHandler<SpeechDependencies>[] = [transcription];

/** The handlers of the task types of the `language` queue. */
export const LANGUAGE_HANDLERS: readonly TaskHandler<LanguageDependencies>[] = [
  correction,
  summary,
  significance,
];

/** The handlers of the task types of the `maintenance` queue. */
export const MAINTENANCE_HANDLERS: readonly TaskHandler<
  BackupDependencies & RestoreDependencies
>[] = [backup, restore];
