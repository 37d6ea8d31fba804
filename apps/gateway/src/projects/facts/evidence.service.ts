import { Injectable } from '@nestjs/common';
import type { EvidenceLine, FactEvidence } from '#contracts/api';
import type { SpokenCitation, WrittenCitation } from '#contracts/model';
import { DocumentsRepository, FactsRepository, SpokenSourcesRepository, toFact } from '#store';
import { spokenEvidence, writtenEvidence } from './evidence-lines.ts';

/** Number of lines before a fact, and of lines after it. */
const AROUND = 2;

/** The lines of a source, and what the source is. */
type FoundSource = Pick<FactEvidence, 'lines' | 'source'>;

/** Facts with their sources: what opens when a number is clicked. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly facts: FactsRepository,
    private readonly spoken: SpokenSourcesRepository,
    private readonly documents: DocumentsRepository,
  ) {}

  /** @throws AppError `not_found` */
  async find(projectId: string, factId: string): Promise<FactEvidence> {
    const record = await this.facts.find(projectId, factId);
    const { agent, citation, quote } = record;
    const found =
      citation.kind === 'spoken'
        ? await this.inConversation(citation, quote)
        : await this.inDocument(projectId, citation);
    return { fact: toFact(record), agent, ...found, audio: audioOf(record.citation) };
  }

  private async inConversation(citation: SpokenCitation, quote: string): Promise<FoundSource> {
    const { conversationId, turnId } = citation;
    const source = await this.spoken.excerpt(conversationId, turnId, AROUND);
    const lines: EvidenceLine[] = spokenEvidence(source?.turns ?? [], citation, quote);
    return { lines, source: { conversationId, documentId: null, title: source?.title ?? '' } };
  }

  private async inDocument(projectId: string, citation: WrittenCitation): Promise<FoundSource> {
    const { documentId, part } = citation;
    const first = Math.max(0, part - AROUND);
    const [{ fileName: title }, parts] = await Promise.all([
      this.documents.find(projectId, documentId),
      this.documents.parts(documentId, first - 1, part + AROUND - first + 1),
    ]);
    const source = { conversationId: null, documentId, title };
    return { lines: writtenEvidence(parts, citation), source };
  }
}

function audioOf(citation: SpokenCitation | WrittenCitation): FactEvidence['audio'] {
  if (citation.kind === 'written') return null;
  const { clipId, startMs, endMs } = citation;
  return clipId === null || startMs === null || endMs === null ? null : { clipId, startMs, endMs };
}
