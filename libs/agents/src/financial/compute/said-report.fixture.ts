import { EMPTY_PLAN, type Fact, type FactDraft, type ReportContent } from '#contracts/model';
import { spoken } from '../../entries/facts.fixture.ts';
import { makeReport } from '../../make-report.ts';
import { financial } from '../financial.agent.ts';

const TODAY = '2026-11-26';

/** A fact of a turn; the turns of a conversation are a second apart. */
function factOf({ line, ...fields }: FactDraft, at: number): Fact {
  const second = String(line).padStart(2, '0');
  return {
    ...fields,
    ...{ id: `fct_${String(at).padStart(3, '0')}`, clear: true, speaker: 'Ana', decision: null },
    ...{ saidOn: TODAY, saidAt: `${TODAY}T10:00:${second}.000Z` },
    citation: spoken('cnv_1', `trn_${line}`, at),
  };
}

/** The report about a project in which these sentences were said, each in a turn of its own. */
export function reportOf(...said: readonly string[]): ReportContent {
  const lines = said.map((text) => ({ speaker: 'Ana', text, date: TODAY }));
  const drafts = financial.read({ before: [], lines }, { currency: 'EUR', categories: [] });
  const material = { plan: EMPTY_PLAN, currency: 'EUR', today: TODAY, talk: [] };
  return makeReport(financial, { facts: drafts.map(factOf), ...material });
}
