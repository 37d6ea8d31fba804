import type { ExportedFact } from '#contracts/export';
import { conversationIds } from '#store';
import type { ArchivedConversation } from './archived-conversation.ts';

type Citation = ExportedFact['citation'];

/** Sources, and what is in them. */
const ID = /^(?:cnv|trn|clp|seg|doc)_[0-9a-z]{26}$/;

/** The ids here of what facts cite, by the ones where it comes from. */
export class CitedIds {
  /** `null` as long as it is not stored. */
  private readonly ids = new Map<string, string | null>();

  /** Notes what a fact cites, before that is stored. */
  want({ citation }: ExportedFact): void {
    for (const id of idsOf(citation)) this.ids.set(id, null);
  }

  /** Notes everything that a value names. */
  wantIn(value: unknown): void {
    if (typeof value === 'string' && ID.test(value)) this.ids.set(value, null);
    if (typeof value !== 'object' || value === null) return;
    for (const inner of Object.values(value)) this.wantIn(inner);
  }

  /** The id here; `null` when it is not there. */
  idOf(origin: string): string | null {
    return this.ids.get(origin) ?? null;
  }

  /** Something that is stored. */
  found(origin: string, id: string): void {
    if (this.ids.has(origin)) this.ids.set(origin, id);
  }

  /** A conversation that is stored, with what belongs to it. */
  foundConversation(conversationId: string, read: ArchivedConversation): void {
    const origin = read.conversation.id;
    if (!this.ids.has(origin)) return;
    this.found(origin, conversationId);
    const { turns, clips, segments } = conversationIds(conversationId, read);
    for (const ids of [turns, clips, segments]) for (const [from, to] of ids) this.found(from, to);
  }

  /** The same citation here; `null` when something that it cites is not there. */
  translated(citation: Citation): Citation | null {
    if (!idsOf(citation).every((id) => this.ids.get(id))) return null;
    const here = (id: string) => this.ids.get(id) ?? id;
    if (citation.kind === 'written') {
      return { ...citation, documentId: here(citation.documentId) };
    }
    const spans = (all: typeof citation.quote) =>
      all.map((span) => ({ ...span, segmentId: here(span.segmentId) }));
    const { conversationId, turnId, clipId, quote, value } = citation;
    return {
      ...citation,
      ...{ conversationId: here(conversationId), turnId: here(turnId) },
      ...{
        clipId: clipId === null ? null : here(clipId),
        quote: spans(quote),
        value: spans(value),
      },
    };
  }
}

function idsOf(citation: Citation): readonly string[] {
  if (citation.kind === 'written') return [citation.documentId];
  const { conversationId, turnId, clipId, quote, value } = citation;
  const segments = [...quote, ...value].map(({ segmentId }) => segmentId);
  return [conversationId, turnId, ...(clipId === null ? [] : [clipId]), ...segments];
}
