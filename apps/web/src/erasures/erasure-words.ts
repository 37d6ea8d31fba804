import type { Erasure } from '../api/types.ts';

const WORDS: Readonly<Record<Erasure['state'], string>> = {
  running: 'Being erased',
  stopped: 'Stopped; it goes on in the night, or when it is requested again',
  completed: 'Erased',
};

/** What has become of an erasure, for people. */
export function stateWords({ state }: Pick<Erasure, 'state'>): string {
  return WORDS[state];
}

/** What there was, such as `3 conversations, 1 project`; kinds of which there was nothing are left out. */
export function countWords({ counts }: Pick<Erasure, 'counts'>): string {
  const found = Object.entries(counts ?? {}).filter(([, count]) => count > 0);
  if (found.length === 0) return counts === null ? 'Not counted yet' : 'Nothing was there';
  return found.map(([kind, count]) => `${count} ${count === 1 ? singular(kind) : kind}`).join(', ');
}

function singular(kind: string): string {
  return kind.endsWith('ies') ? `${kind.slice(0, -3)}y` : kind.slice(0, -1);
}
