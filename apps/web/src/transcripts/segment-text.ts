import { h, type FunctionalComponent } from 'vue';
import type { Piece } from './pieces.ts';

/** Words with a lower confidence are highlighted. */
const UNSURE = 0.4;
const UNSURE_HELP = 'Hardly understood. Click to hear it.';

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
    const unsure = word.confidence < UNSURE;
    const name = { word: true, spoken: at === activeWord, unsure, changed };
    const title = unsure ? UNSURE_HELP : undefined;
    return h('span', { class: name, 'data-start-ms': word.startMs, title }, text);
  });
};
SegmentText.props = ['pieces', 'activeWord'];
