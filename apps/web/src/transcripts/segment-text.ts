import { h, type FunctionalComponent } from 'vue';
import { doubtsOfWord, helpOfWord } from './doubts.ts';
import type { Piece } from './pieces.ts';

interface SegmentTextProps {
  readonly pieces: readonly Piece[];
  /** Index of the word that is playing, among the timed words; -1 for none. */
  readonly activeWord: number;
}

/** The words of a segment. A render function, because a template would add spaces between words. */
export const SegmentText: FunctionalComponent<SegmentTextProps> = ({ pieces, activeWord }) => {
  let at = -1;
  return pieces.map(({ text, word, changed }) => {
    if (word === null) return changed ? h('span', { class: 'changed' }, text) : text;
    at += 1;
    const doubts = doubtsOfWord(word);
    const name = ['word', ...doubts, { spoken: at === activeWord, changed }];
    const title = helpOfWord(doubts);
    return h('span', { class: name, 'data-start-ms': word.startMs, title }, text);
  });
};
SegmentText.props = ['pieces', 'activeWord'];
