/**
 * Where the file of a document is downloaded.
 *
 * @param projectId - Its project.
 * @param documentId - The document.
 */
export function documentFileUrl(projectId: string, documentId: string): string {
  return `/projects/${projectId}/documents/${documentId}/file`;
}
