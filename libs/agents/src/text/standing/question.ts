const ENDS_AS_QUESTION = /[?？][\s"'”’»)\]]{0,8}$/u;

/** A transcript without marks: "did we pay", "how much was the". */
const BEGINS_AS_QUESTION =
  /^\s*(?:(?:and|so|but|okay|ok|hey|then),? )?(?:(?:did|do|does|is|are|was|were|have|has|had|can|could|would|will|should|shall|isn['’]t|aren['’]t|didn['’]t|don['’]t|doesn['’]t|haven['’]t|won['’]t) (?:i|we|you|he|she|it|they|the|this|that|these|those|there|our|my|your|his|her|their|any|anyone|anybody|someone|everyone)|(?:how much|how many|how long|how far|what|when|where|why|who|which|whose) (?:did|do|does|is|are|was|were|have|has|can|could|would|will|should|about|if|money|budget))(?!\p{L})/iu;

/** Whether a sentence asks. */
export function isQuestion(sentence: string): boolean {
  if (ENDS_AS_QUESTION.test(sentence) || sentence.trimStart().startsWith('¿')) return true;
  return !/[.!]\s{0,4}$/.test(sentence) && BEGINS_AS_QUESTION.test(sentence);
}
