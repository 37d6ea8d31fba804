import type { SummaryTurn } from '../../language-engine.port.ts';

/** Turns of lines such as "Ada: Hello.", with the ids t1, t2 and so on. */
export function turnsOf(lines: readonly string[]): readonly SummaryTurn[] {
  return lines.map((line, n) => {
    const [speaker = '', text = ''] = line.split(/: (.*)/su);
    return { turnId: `t${n + 1}`, speaker, text };
  });
}
