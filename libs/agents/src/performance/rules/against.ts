/** Words of a decision against something. */
const AGAINST =
  /(?<![\p{L}])(?:not|no|never|without|won['’]?t|don['’]?t|aren['’]?t|skip|drop|cancel|against|stop|abandon|scrap|leave out|do without|call off|nicht|kein|keine|keinen|ohne|gegen|streichen|absagen|verzichten|pas|sans|annuler|supprimer|abandonner|sin|cancelar|contra|eliminar|renunciar)(?![\p{L}])/iu;

/** "The red one and not the blue one" was decided for the red one. */
const CONTRAST =
  /(?<=\S),? (?:(?:and|but|und|aber|et|mais|y|pero) (?:not|no|nicht|kein\p{L}*|pas|never)|instead of|rather than|statt|anstatt|plutôt que|au lieu de|en vez de)(?![\p{L}]).*$/isu;

/** Whether words name something that was decided against: "skip the second stage". */
export function isAgainst(words: string): boolean {
  return AGAINST.test(words.replace(CONTRAST, ''));
}
