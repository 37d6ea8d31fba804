import { agentReport } from './agent-report/agent-report.handler.ts';
import { correction } from './correction/correction.handler.ts';
import { diarisation } from './diarisation/diarisation.handler.ts';
import { documentReading } from './document-reading/document-reading.handler.ts';
import type { LanguageDependencies } from './shared/language/language-dependencies.ts';
import { significance } from './significance/significance.handler.ts';
import { summary } from './summary/summary.handler.ts';
import type { SpeechDependencies } from './transcription/speech-dependencies.ts';
import { transcription } from './transcription/transcription.handler.ts';

/** The activities of the `speech` queue. */
export function speechActivitiesOf(dependencies: SpeechDependencies) {
  return { ...transcription.create(dependencies), ...diarisation.create(dependencies) };
}

/** The activities of the `language` queue. */
export function languageActivitiesOf(dependencies: LanguageDependencies) {
  return {
    ...correction.create(dependencies),
    ...summary.create(dependencies),
    ...significance.create(dependencies),
    ...documentReading.create(dependencies),
    ...agentReport.create(dependencies),
  };
}
