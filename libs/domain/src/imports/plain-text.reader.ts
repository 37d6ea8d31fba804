import { clockPrefix } from './clock-prefix.ts';
import { typedLine, type HeardLine } from './heard-line.ts';
import { NamedSpeakers } from './named-speakers.ts';
import { textLines } from './text-lines.ts';

/**
 * Reads plain text: each line is something that was said, when and by whom the beginnings of lines say
 * if that of the first line does.
 */
export function* readPlainText(text: string): Generator<HeardLine> {
  const names = new NamedSpeakers();
  let areTimed: boolean | null = null;
  for (const { text: line } of textLines(text)) {
    if (line === '') continue;
    const timed = clockPrefix(line);
    areTimed ??= timed !== null;
    const times = areTimed ? timed : null;
    const { speaker, text: said } = names.take(times?.text ?? line);
    const { startMs = 0, endMs = 0 } = times ?? {};
    yield { ...typedLine(speaker, said), startMs, endMs };
  }
}
