import { MalformedTranscript } from './heard-line.ts';
import { subtitleTiming, type SubtitleTiming } from './subtitle-timing.ts';
import type { TextLine } from './text-lines.ts';

/** A cue with its text as it is written, with tags. */
export interface SubtitleCue extends SubtitleTiming {
  readonly text: string;
}

/** A longer line is no subtitle. */
const LONGEST_LINE = 20_000;
const NUMBER = /^\d{1,12}$/;

/**
 * Reads the cues of SRT and WebVTT. A cue may have a number or a name in the line before its times.
 * Text after an empty line belongs to the cue before it, so nothing is lost.
 * @throws MalformedTranscript when there is no cue, text before the first, or an arrow without times
 */
export function* subtitleCues(lines: Iterable<TextLine>): Generator<SubtitleCue> {
  const reader = new CueReader();
  for (const line of lines) {
    const cue = reader.take(line);
    if (cue !== null) yield cue;
  }
  yield reader.end();
}

class CueReader {
  private timing: SubtitleTiming | null = null;
  private text: string[] = [];
  /** Whether an empty line is before the last line of the text. */
  private isAlone = true;
  private wasEmpty = true;

  /** @returns the cue that ends before this line */
  take({ number, text }: TextLine): SubtitleCue | null {
    if (text.length > LONGEST_LINE) throw new MalformedTranscript('it is too long', number);
    const timing = subtitleTiming(text);
    if (timing !== null) return this.begin(timing, number);
    if (text.includes('-->')) throw new MalformedTranscript('its times cannot be read', number);
    if (text !== '') this.add(text, number);
    this.wasEmpty = text === '';
    return null;
  }

  /** @throws MalformedTranscript when there was no cue */
  end(): SubtitleCue {
    const { timing } = this;
    if (timing === null) throw new MalformedTranscript('There is no cue with times');
    return { ...timing, text: this.text.join(' ') };
  }

  private add(text: string, number: number): void {
    if (this.timing === null && this.text.length > 0) {
      throw new MalformedTranscript('there is text before the times of the first cue', number);
    }
    this.isAlone = this.wasEmpty;
    this.text.push(text);
  }

  private begin(timing: SubtitleTiming, number: number): SubtitleCue | null {
    if (timing.endMs < timing.startMs) {
      throw new MalformedTranscript('the cue ends before it begins', number);
    }
    this.dropName();
    const ended = this.timing === null ? null : this.end();
    this.timing = timing;
    this.text = [];
    this.wasEmpty = false;
    this.isAlone = false;
    return ended;
  }

  /** The line before the times is the number of a cue, or its name if an empty line is before that. */
  private dropName(): void {
    const last = this.text.at(-1);
    if (last === undefined || this.wasEmpty) return;
    if (NUMBER.test(last) || this.isAlone) this.text.pop();
  }
}
