export * from './create-engines.ts';
export * from './engine-call.ts';
export * from './engine-choice.ts';
export { countedOf, type Counted } from './language/counted.ts';
export {
  checkSummary,
  EVIDENCE_VERSION,
  type CheckedSummary,
  type SummaryToCheck,
} from './language/evidence/check-summary.ts';
export { CheckedPoints, pointsOf } from './language/evidence/checked-points.ts';
export { evidenceLines, type EvidenceLine } from './language/evidence/evidence-lines.ts';
export * from './language/guard/guard.ts';
export { heardEntries } from './language/guard/terms/heard-entries.ts';
export * from './language/language-engine.port.ts';
export { RuleThreads } from './rules/rule-threads.ts';
export * from './speech/speech-engine.port.ts';
export * from './speech/instant.engine.ts';
export { createVoices } from './voices/create-voices.ts';
export { GROUPING_RULES, SpeakerThreads, type VoicesToGroup } from './voices/speaker-threads.ts';
export * from './voices/voice-engine.port.ts';
