/** Words of a decision against something. */
const AGAINST =
  /(?<![\p{L}])(?:not|no|never|without|won['’]?t|don['’]?t|aren['’]?t|skip|drop|cancel|against|stop|abandon|scrap|leave out|do without|call off|nicht|kein|keine|keinen|ohne|gegen|streichen|absagen|verzichten|pas|sans|annuler|supprimer|abandonner|sin|cancelar|contra|eliminar|renunciar)(?![\p{L}])/iu;

/** Whether words name something that was decided against: "skip the second stage". */
export function isAgainst(words: string): boolean {
  return AGAINST.test(words);
}
