export type { AgentDefinition, ReportInput } from './agent.ts';
export { AGENTS, findAgent } from './catalogue.ts';
export { compareReports, type ReportChanges } from './compare-reports.ts';
export { checkDrafts, type FoundDraft } from './evidence/check-drafts.ts';
export { makeReport, type ReportMaterial } from './make-report.ts';
export { passagesOf, type PlacedPassage } from './sources/passages.ts';
export { addTalk, talkOf, type TalkTurn } from './sources/talk.ts';
