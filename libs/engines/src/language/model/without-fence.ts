/** An answer without the code fence that small models put around JSON despite the prompt. */
export function withoutFence(text: string): string {
  return /^```(?:json)?\s(.*)```$/is.exec(text.trim())?.[1] ?? text;
}
