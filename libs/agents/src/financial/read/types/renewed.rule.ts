/** "The catering budget is 3,500 now": what was said before holds no more. */
export function isRenewed(type: string, clause: string): boolean {
  if (type === 'budget' && CHANGED_TO.test(clause)) return true;
  return (type === 'budget' || type === 'quote' || type === 'estimate') && RENEWED.test(clause);
}

/** "The board cut the budget to 40,000" */
const CHANGED_TO =
  /(?<!\p{L})(?:cut|cuts|raised|increased|reduced|lowered|slashed|trimmed|gekürzt|kürzt|kürzte|erhöht|erhöhte|senkt|senkte|réduit|augmenté|baissé|redujo|recortó|aumentó|subió)\s[^.;]{0,50}?(?:to|auf|à|a)\s/iu;

const RENEWED =
  /(?<!\p{L})(?:now|new|nowadays|jetzt|neu(?:e[snr]?)?|nun|maintenant|désormais|nouveau|nouvelle|ahora|nuev[oa])(?!\p{L})/iu;
