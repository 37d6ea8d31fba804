/**
 * What may follow a number that stands alone: the end, a mark, or a word that is no noun. So "the
 * 3rd of" and "in 2027 we" are dates, and "the 3rd attempt" and "in 2027 shops" are not.
 */
export const STANDS_ALONE =
  '(?=\\s*$|\\s*[.,;:!?)–](?!\\d)|\\s+(?:of|at|in|on|we|i|you|they|he|she|it|the|and|or|but|to|is|was|for|' +
  'with|by|until|if|so|because|when|then|not|instead|latest|this|next|our|my|will|already|rather|as|' +
  'now|any ?more|again|too|though|from|before|after|please|has|have|were|are|had|wir|ich|und|oder|aber|ist|war|mit|für|bis|zum|an|' +
  'schicke|fertig|nous|on|et|ou|mais|est|pour|avec|au|y|o|pero|es|para|con|al)(?![\\p{L}]))';
