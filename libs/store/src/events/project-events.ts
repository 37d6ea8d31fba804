import type { DocumentFormat, FactDecision, RefreshRule, ReportCause } from '#contracts/model';
import type { EventShape, MadeEarlier, OfRun } from './event-shape.ts';

/** The fields of a project that are no words. */
interface ProjectSettings {
  readonly currency: string;
  readonly timeZone: string;
  readonly refresh: RefreshRule;
}

interface OfProject {
  readonly projectId: string;
}

/** Events of a project that no task causes, unless it imports the project. */
export type ProjectEvent =
  | EventShape<'project_created', OfProject & ProjectSettings & MadeEarlier>
  | EventShape<
      'project_changed',
      OfProject & Partial<ProjectSettings> & { readonly changed: readonly string[] }
    >
  /** Those of earlier versions are not `restorable`: there was no bin for projects. */
  | EventShape<'project_deleted', OfProject & { readonly restorable: true }>
  | EventShape<'project_restored' | 'project_purged', OfProject>
  | EventShape<
      'document_added',
      OfProject &
        MadeEarlier & {
          readonly documentId: string;
          /** The task that reads it. */
          readonly taskId: string;
          readonly sizeBytes: number;
          readonly sha256: string;
          readonly writtenOn: string;
        }
    >
  | EventShape<
      'document_deleted' | 'document_restored' | 'document_purged',
      OfProject & { readonly documentId: string }
    >
  /** Earlier versions had no bin for documents, and removed them at once. */
  | EventShape<'document_removed', OfProject & { readonly documentId: string }>
  | EventShape<
      'fact_decided',
      OfProject & {
        readonly agent: string;
        readonly factId: string;
        /** `null` when a decision was undone. */
        readonly kind: FactDecision['kind'] | null;
      }
    >
  /** It was computed from a source that is gone for good. */
  | EventShape<'report_removed', OfProject & { readonly agent: string; readonly reportId: string }>;

/** Results of tasks on a project. */
export type ProjectResultEvent =
  | EventShape<
      'document_read',
      OfRun &
        OfProject & {
          readonly documentId: string;
          readonly format: DocumentFormat;
          readonly partCount: number;
        }
    >
  | EventShape<
      'report_written',
      OfRun &
        OfProject & {
          readonly agent: string;
          readonly reportId: string;
          readonly cause: ReportCause;
          readonly engine: string;
          readonly complete: boolean;
        }
    >;
