const NAME_WIDTH = 10;

/** Writes the few lines that a person at the terminal should see. */
export class Reporter {
  constructor(private readonly out: (text: string) => void) {}

  /** A line of text as it is. */
  say(text: string): void {
    this.out(`${text}\n`);
  }

  /** Something worth knowing about a part. */
  remark(part: string, text: string): void {
    this.say(`  · ${part.padEnd(NAME_WIDTH)} ${text}`);
  }

  /** Something about a part that is not as it should be. */
  warn(part: string, text: string): void {
    this.say(`  ! ${part.padEnd(NAME_WIDTH)} ${text}`);
  }
}
