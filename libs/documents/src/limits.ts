/** What the reading of one document may cost. */
export interface DocumentLimits {
  /** Time from the start of the reading process to its end, in milliseconds. */
  readonly timeoutMs: number;
  /** Memory of the reading process, in MiB; it takes about 80 MiB before it reads anything. */
  readonly memoryMebibytes: number;
  /** Number of parts after which the rest of the document is cut off. */
  readonly maxParts: number;
  /** Length of the texts of all parts, in UTF-16 code units, after which the rest is cut off. */
  readonly maxCharacters: number;
}
