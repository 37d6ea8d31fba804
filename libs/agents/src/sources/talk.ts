import type { SpeakerTalk } from '#contracts/model';
import { sentencesOf } from '../text/sentences.ts';
import { countWords } from './count-words.ts';

/** A turn, as far as its length is counted. */
export interface TalkTurn {
  readonly speaker: string;
  readonly text: string;
  /** 0 for a typed turn. */
  readonly spokenMs: number;
}

/** How much each speaker has said, in the order of their first turns. */
export function talkOf(turns: readonly TalkTurn[]): readonly SpeakerTalk[] {
  return summed(turns.map(talkOfTurn));
}

/** Adds up what was counted for several sources. */
export function addTalk(talks: readonly (readonly SpeakerTalk[])[]): readonly SpeakerTalk[] {
  return summed(talks.flat());
}

/** Question marks of Latin, Chinese, Arabic and Greek writing, also before a closing mark. */
const QUESTION = /[?？؟\u037e][!?！？)\]"'”’»]{0,8}\s{0,8}$/u;

function talkOfTurn({ speaker, text, spokenMs }: TalkTurn): SpeakerTalk {
  const sentences = sentencesOf(text);
  const questions = sentences.filter((sentence) => QUESTION.test(sentence.text.slice(-20))).length;
  const counts = { words: countWords(text), sentences: sentences.length, questions };
  return { speaker, turns: 1, spokenMs, ...counts };
}

function summed(talks: readonly SpeakerTalk[]): readonly SpeakerTalk[] {
  const bySpeaker = new Map<string, SpeakerTalk>();
  for (const talk of talks) {
    const before = bySpeaker.get(talk.speaker);
    bySpeaker.set(talk.speaker, before === undefined ? talk : sum(before, talk));
  }
  return [...bySpeaker.values()];
}

function sum(one: SpeakerTalk, other: SpeakerTalk): SpeakerTalk {
  return {
    speaker: one.speaker,
    turns: one.turns + other.turns,
    words: one.words + other.words,
    spokenMs: one.spokenMs + other.spokenMs,
    sentences: one.sentences + other.sentences,
    questions: one.questions + other.questions,
  };
}
