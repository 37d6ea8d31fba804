import { MalformedTranscript, type HeardLine } from './heard-line.ts';
import { isComment, NamedSpeakers } from './named-speakers.ts';
import { subtitleCues, type SubtitleCue } from './subtitle-cues.ts';
import { voicedTexts } from './subtitle-markup.ts';
import { textLines, type TextLine } from './text-lines.ts';

/**
 * Reads SubRip subtitles. Speakers are named by `Name:` at the beginning of a cue.
 * @throws MalformedTranscript
 */
export function* readSrt(text: string): Generator<HeardLine> {
  yield* heardLines(subtitleCues(textLines(text)), false);
}

/**
 * Reads WebVTT. Speakers are named by `<v Name>`, or else as in SubRip.
 * @throws MalformedTranscript
 */
export function* readVtt(text: string): Generator<HeardLine> {
  yield* heardLines(subtitleCues(withoutBlocks(textLines(text))), true);
}

function* heardLines(cues: Iterable<SubtitleCue>, unescape: boolean): Generator<HeardLine> {
  const names = new NamedSpeakers();
  for (const { startMs, endMs, text: written } of cues) {
    for (const voiced of voicedTexts(written, unescape)) {
      if (isComment(voiced.text)) continue;
      const { speaker, text } = voiced.speaker === null ? names.take(voiced.text) : voiced;
      yield { speaker, startMs, endMs, text, confidence: 1, words: [] };
    }
  }
}

const HEADER = /^WEBVTT(?:\s|$)/;
const BLOCK = /^(?:NOTE|STYLE|REGION)(?:\s|$)/;

/** Leaves out the header, and comments and styles, each up to the next empty line. */
function* withoutBlocks(lines: Iterable<TextLine>): Generator<TextLine> {
  let isSkipping = true;
  let wasEmpty = false;
  for (const line of lines) {
    const { number, text } = line;
    if (number === 1 && !HEADER.test(text)) {
      throw new MalformedTranscript('it does not begin with WEBVTT', 1);
    }
    isSkipping = text !== '' && (isSkipping || (wasEmpty && BLOCK.test(text)));
    wasEmpty = text === '';
    if (!isSkipping) yield line;
  }
}
