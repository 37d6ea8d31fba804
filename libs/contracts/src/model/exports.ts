/** What an export contains: a conversation, a project with its conversations, or all of an owner. */
export const EXPORT_SCOPES = ['conversation', 'project', 'owner'] as const;
export type ExportScopeKind = (typeof EXPORT_SCOPES)[number];

/** What an export is of. */
export interface ExportScope {
  readonly kind: ExportScopeKind;
  /** Id of the conversation or project, or the owner. */
  readonly id: string;
}

/** How much an export contains. */
export interface ExportCounts {
  readonly conversations: number;
  readonly projects: number;
  readonly clips: number;
  readonly documents: number;
  readonly memories: number;
  readonly events: number;
  /** Files of recordings and documents that are missing or damaged. */
  readonly problems: number;
}
