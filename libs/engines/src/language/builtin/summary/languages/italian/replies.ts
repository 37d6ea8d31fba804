import type { ReplyPatterns } from '../item-rules.ts';

/** How Italian speakers reply. */
export const ITALIAN_REPLIES: ReplyPatterns = {
  yes: /^(?:sì|si|certo|certamente|va bene|d'accordo|ok|okay|bene|benissimo|perfetto|volentieri|senz'altro|senza problemi|nessun problema|non c'è problema|fatto|contaci|conta su di me|ci penso io|esatto|ottimo)(?!\p{L})/iu,
  agreed:
    /(?<!\p{L})(?:d'accordo|sono d'accordo|per me va bene|mi va bene|mi sembra (?:giusto|buono|ottimo|una buona idea)|buona idea|ottima idea|facciamo così|facciamolo|affare fatto|approvato|a favore|favorevole|ci sto|perfetto|va bene,? così|mi piace l'idea)(?!\p{L})/iu,
  no: /^(?:no|mi dispiace|purtroppo|impossibile|aspetta|aspettate|meglio di no|non posso|non riesco|neanche per sogno|mai|sono contrari[oa]|figurati se)(?!\p{L})/iu,
  noRefusal: /^no(?:,| c'è)? (?:nessun problema|problema|ti preoccupare|si preoccupi)(?!\p{L})/iu,
  takesOver:
    /^(?:(?:sì|certo|va bene|d'accordo|ok|okay|senza problemi|volentieri|bene),? )*(?:(?:ci penso io|ci penso|me ne occupo(?: io)?|lo faccio io|la faccio io|li faccio io|le faccio io|lo faccio|faccio io|posso farlo io|provvedo io|lascia fare a me|ci penserò io)|(?:lo|la|li|le|gli|glielo|gliela) \p{L}+o io|io\.?$)(?!\p{L})/iu,
  denies:
    /(?<!\p{L})(?:non(?! c'è problema)|mai|nessun[oa]?(?! problema)|neanche|nemmeno)(?!\p{L})/iu,
  accepts:
    /^(?:sì|si|certo|certamente|va bene|d'accordo|ok|okay|senz'altro|volentieri|fatto|senza problemi|nessun problema|non c'è problema|contaci|ci penso io)(?!\p{L})/iu,
  wishes:
    /^(?:(?:sì|ah|ottimo|perfetto|grazie|bene),? )*(?:per favore|sì,? grazie|fallo|fai pure|faccia pure|magari|(?:questo )?sarebbe (?:fantastico|perfetto|ottimo|bello|utile|splendido|gentile))(?!\p{L})/iu,
  speaksOfSelf:
    /(?<!\p{L})(?:io|ci penso|me ne occupo|posso|lo faccio|la faccio|farò|vado)(?!\p{L})/iu,
};
