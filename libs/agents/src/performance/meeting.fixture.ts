import type { Fact } from '#contracts/model';
import { checkDrafts } from '../evidence/check-drafts.ts';
import { makeReport } from '../make-report.ts';
import { performance } from './performance.agent.ts';

/** What was said in a meeting: lines as `Name: words`. */
export interface Meeting {
  /** ISO 8601 date. */
  readonly date: string;
  readonly said: string;
}

const CONTEXT = { currency: 'EUR', categories: [] };

/** The facts of meetings as the product reads and checks them. */
export function factsOf(meetings: readonly Meeting[]): readonly Fact[] {
  return meetings.flatMap(({ date, said }, meeting) => {
    const lines = linesOf(said).map((line) => ({ ...line, date }));
    const passage = { before: [], lines };
    const drafts = performance.read(passage, CONTEXT);
    const { found } = checkDrafts(drafts, passage, CONTEXT, performance);
    return found.map(({ line, start, end, valueAt: _, ...fact }, index): Fact => {
      const number = String(index).padStart(4, '0');
      const quote = [{ segmentId: `seg_${line}`, start, end }];
      return {
        ...fact,
        ...{ id: `fct_${meeting}_${number}`, clear: true, decision: null },
        ...{ speaker: lines[line]?.speaker ?? null, saidOn: date },
        saidAt: `${date}T10:00:00.${number}Z`,
        citation: {
          ...{ kind: 'spoken', conversationId: `cnv_${meeting}`, turnId: `trn_${line}` },
          ...{ quote, value: [], clipId: null, startMs: null, endMs: null },
        },
      };
    });
  });
}

/** The report about meetings on a day. */
export function reportOn(today: string, meetings: readonly Meeting[]) {
  return makeReport(performance, {
    facts: factsOf(meetings),
    plan: { budget: [], goals: [], milestones: [] },
    ...{ currency: 'EUR', today, talk: [] },
  });
}

function linesOf(said: string) {
  return said
    .trim()
    .split('\n')
    .map((line) => {
      const [speaker = '', ...words] = line.trim().split(': ');
      return { speaker, text: words.join(': ') };
    });
}
