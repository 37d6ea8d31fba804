/** The header that names a file, and says whether a browser shows or saves it. */
export function contentDisposition(kind: 'inline' | 'attachment', fileName: string): string {
  return `${kind}; filename*=UTF-8''${encodeFileName(fileName)}`;
}

/** Percent-encodes for RFC 8187, which forbids a few characters that URLs allow. */
function encodeFileName(name: string): string {
  const wellFormed = name.toWellFormed();
  return encodeURIComponent(wellFormed).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
