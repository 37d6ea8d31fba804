/** "Like he promised", "as agreed": what was done had been taken on before. */
const AS_PROMISED =
  /(?<![\p{L}])(?:(?:just )?(?:like|as) (?:(?:i|we|he|she|they)(?:['’]d| had)? (?:promised|said|agreed|told)(?![\p{L}])|promised|agreed)|wie (?:versprochen|abgemacht|vereinbart|zugesagt)|comme (?:promis|convenu|prévu|(?:il|elle)(?: l)?['’]?(?:avait| avait) (?:promis|dit))|(?:como|tal y como|según) (?:prometió|prometí|había prometido|acordamos|lo prometido|quedamos|dijo))(?![\p{L}])/iu;

/** Whether a sentence says that something was done as it had been promised. */
export function isAsPromised(sentence: string): boolean {
  return AS_PROMISED.test(sentence);
}
