import type { ReplyPatterns } from '../item-rules.ts';

/** How Spanish speakers reply. */
export const SPANISH_REPLIES: ReplyPatterns = {
  yes: /^(?:sí|claro|vale|de acuerdo|ok|okay|bueno|por supuesto|perfecto|muy bien|hecho|sin problema|cuenta con ello|cuenta conmigo|descuida|desde luego|genial|encantad[oa])(?!\p{L})/iu,
  agreed:
    /(?<!\p{L})(?:de acuerdo|estoy de acuerdo|me parece bien|me parece perfecto|buena idea|hagámoslo|hagamos eso|trato hecho|hecho|adelante|aprobado|a favor|por mí bien|conforme|perfecto|vale,? así|me gusta la idea)(?!\p{L})/iu,
  no: /^(?:no|lo siento|desgraciadamente|lamentablemente|imposible|espera|esperad|mejor no|ni hablar|nunca|qué va|estoy en contra)(?!\p{L})/iu,
  noRefusal: /^no(?:,| hay)? (?:problema|te preocupes|hay problema|hay ningún problema)(?!\p{L})/iu,
  takesOver:
    /^(?:(?:sí|claro|vale|de acuerdo|ok|por supuesto|sin problema|bueno),? )*(?:(?:ya )?(?:yo )?(?:me (?:encargo|ocupo)|lo hago|la hago|los hago|las hago|lo haré|puedo hacerlo|lo llevo)(?: yo)?|(?:lo|la|los|las) \p{L}+o yo|déjamelo a mí|yo\.?$)(?!\p{L})/iu,
  denies: /(?<!\p{L})(?:no(?! hay problema)|nunca|ningún|ninguna|tampoco)(?!\p{L})/iu,
  accepts:
    /^(?:sí|claro|vale|de acuerdo|ok|okay|por supuesto|hecho|sin problema|cuenta con ello|descuida|desde luego|encantad[oa])(?!\p{L})/iu,
  wishes:
    /^(?:(?:sí|ah|genial|perfecto|gracias|vale),? )*(?:por favor|sí,? por favor|hazlo|adelante|(?:eso )?(?:sería|estaría) (?:genial|perfecto|estupendo|muy bien|bien|fantástico))(?!\p{L})/iu,
  speaksOfSelf: /(?<!\p{L})(?:yo|me encargo|me ocupo|puedo|voy a|lo hago)(?!\p{L})/iu,
};
