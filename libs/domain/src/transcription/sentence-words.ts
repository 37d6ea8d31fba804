/** Words that are no names, so a capital means that a sentence begins with them. */
const OPENERS = new Set(
  `a about after all also although an and another any anyway are as at because before both but by can could did do does each either even every few first for from had has have he her here his how however if in is it its just last let like many may maybe meanwhile most much my neither never next no nobody not nothing now of okay on once one only or other our please she should since so some somebody someone something sometimes still such than thank thanks that the their them then there these they this those though through thus to today tomorrow too two until very was we well were what when where which while who why will with without would yes yesterday yet you your it's that's there's they're we're we've we'll you're he's she's don't didn't let's what's`.split(
    ' ',
  ),
);

/** The word in lower case, without the punctuation around it. */
function bare(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** Whether a word begins with a capital, as at the beginning of a sentence; "I" and "NASA" do not count. */
export function startsWithCapital(word: string): boolean {
  return (
    /^["'“‘«„(]?[¿¡]?\p{Lu}(?:\p{Ll}|['’]?(?=\s|$)|['’]\p{Ll})/u.test(word) &&
    !/^I(?:['’]|$)/u.test(word)
  );
}

/** Whether a word with a capital at its beginning can only be the first of a sentence. */
export function opensSentence(word: string): boolean {
  return OPENERS.has(bare(word));
}

/** Whether a word begins with a mark that opens a question or an exclamation, and with a capital: a sentence begins. */
export function opensWithMark(word: string): boolean {
  return /^["'“‘«„(]?[¿¡]\p{Lu}/u.test(word);
}

/** Whether a word ends a sentence. */
export function endsSentence(word: string): boolean {
  return /[.!?…]["'”’)\]]*$/u.test(word);
}

/** Whether a word is a name: it has a capital within sentences, too. */
export function isName(word: string, names: ReadonlySet<string>): boolean {
  return names.has(bare(word));
}

/** The words of a run of words that have a capital within a sentence, in lower case. */
export function namesIn(words: readonly { readonly text: string }[]): readonly string[] {
  return words.flatMap(({ text }, number) => {
    const before = words[number - 1]?.text;
    const isWithin = before !== undefined && !/[.!?…:]["'”’)\]]*$/u.test(before);
    return isWithin && startsWithCapital(text) && !opensSentence(text) ? [bare(text)] : [];
  });
}
