import { typedLine, type HeardLine } from './heard-line.ts';
import { NamedSpeakers } from './named-speakers.ts';
import { textLines } from './text-lines.ts';

/** Reads plain text: each line is something that was said, by whom `Name:` says if the first line has one. */
export function* readPlainText(text: string): Generator<HeardLine> {
  const names = new NamedSpeakers();
  for (const line of textLines(text)) {
    if (line.text === '') continue;
    const { speaker, text: said } = names.take(line.text);
    yield typedLine(speaker, said);
  }
}
