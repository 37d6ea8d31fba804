import { AGENTS, checkDrafts, passagesOf } from '#agents';
import type { SourceLine, SpokenText } from '#contracts/model';

/** That of the builtin engine. */
const PASSAGE_CHARACTERS = 2_000;
const CONTEXT = { currency: 'EUR', categories: [] };

/**
 * Reads texts by the rules of all agents, with the check of evidence, without store and Temporal.
 * @returns how long it took, in milliseconds
 */
export function rawRulesMs(talks: readonly (readonly SpokenText[])[]): number {
  const sources = talks.map(linesOf);
  const startedAt = performance.now();
  for (const lines of sources) {
    const passages = passagesOf(lines, PASSAGE_CHARACTERS);
    for (const agent of AGENTS) {
      for (const { passage } of passages) {
        checkDrafts(agent.read(passage, CONTEXT), passage, CONTEXT, agent);
      }
    }
  }
  return performance.now() - startedAt;
}

function linesOf(turns: readonly SpokenText[]): readonly SourceLine[] {
  return turns.map(({ speaker, text }) => ({ speaker, text, date: '2026-11-20' }));
}
