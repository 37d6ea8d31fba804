import { heardIn, textOf, type StubSegment, type StubWord } from './transcript.ts';

/** As Deepgram answers for one channel. */
export function deepgramAnswer(seconds: number) {
  const segments = heardIn(seconds);
  const words = segments.flatMap((segment) =>
    spelledWords(segment).map(([spelled, { word, start, end, probability }]) => ({
      ...{ word, start, end, confidence: probability, punctuated_word: spelled },
    })),
  );
  const alternative = { transcript: textOf(segments), confidence: 0.9, words };
  const channels = [{ alternatives: [alternative], detected_language: 'en' }];
  return { metadata: { duration: seconds, channels: 1 }, results: { channels } };
}

/** As ElevenLabs answers: spaces are pieces, too, and every other sentence is by another speaker. */
export function elevenLabsAnswer(seconds: number) {
  const segments = heardIn(seconds);
  const words = segments.flatMap((segment, n) =>
    spelledWords(segment).flatMap(([text, { start, end, probability }]) => [
      {
        ...{ text, type: 'word', start, end, logprob: Math.log(probability) },
        speaker_id: `speaker_${n % 2}`,
      },
      { text: ' ', type: 'spacing', start: end, end, speaker_id: `speaker_${n % 2}` },
    ]),
  );
  return { language_code: 'eng', language_probability: 0.98, text: textOf(segments), words };
}

/** The words of a segment, each as it is spelled in its text. */
function spelledWords({ text, words }: StubSegment): readonly (readonly [string, StubWord])[] {
  const spelled = text.split(' ');
  return words.map((word, n) => [spelled[n] ?? word.word, word]);
}
