const NAME_WIDTH = 10;

/** Writes the few lines that the user should see on the terminal. */
export class Reporter {
  constructor(private readonly out: (text: string) => void) {}

  /** Writes a line of text unchanged. */
  say(text: string): void {
    this.out(`${text}\n`);
  }

  /** Writes a note about a part. */
  remark(part: string, text: string): void {
    this.say(`  · ${part.padEnd(NAME_WIDTH)} ${text}`);
  }

  /** Writes a warning about a part. */
  warn(part: string, text: string): void {
    this.say(`  ! ${part.padEnd(NAME_WIDTH)} ${text}`);
  }
}
