import type { ReplyPatterns } from '../item-rules.ts';

/** How French speakers reply. */
export const FRENCH_REPLIES: ReplyPatterns = {
  yes: /^(?:oui|ouais|d'accord|ok|okay|bien sûr|entendu|volontiers|parfait|très bien|ça marche|ça roule|pas de (?:problème|souci)|sans problème|je m'en (?:occupe|charge)|c'est noté|avec plaisir|super|génial)(?!\p{L})/iu,
  agreed:
    /(?<!\p{L})(?:d'accord|je suis pour|ça me va|ça marche|bonne idée|très bonne idée|entendu|on fait comme ça|faisons comme ça|faisons ça|adopté|approuvé|validé|moi aussi|parfait|excellente idée|ça me convient|pour moi aussi|je vote pour)(?!\p{L})/iu,
  no: /^(?:non|nan|désolée?|malheureusement|je ne (?:peux|pourrai|suis)|je peux pas|pas (?:possible|d'accord|question)|impossible|attends|attendez|plutôt pas|je suis contre|jamais|hélas)(?!\p{L})/iu,
  noRefusal: /^(?:non,? (?:pas de problème|avec plaisir|bien sûr)|désolée?,? oui)(?!\p{L})/iu,
  takesOver:
    /^(?:(?:oui|d'accord|ok|bien sûr|entendu|volontiers|parfait|pas de problème),? )*(?:je (?:m'en (?:occupe|charge)|vais le faire|le fais|le ferai|la fais|les fais|prends ça|peux le faire|peux m'en (?:occuper|charger))|c'est moi qui|je (?:l'|le |la |les )(?!pense|crois|sais|vois|trouve|dis|savais|ai |avais|suis)\p{L}+|laisse,? je|moi\.?$)/iu,
  denies: /(?<!\p{L})(?:pas(?! de (?:problème|souci))|jamais|aucune?|rien)(?!\p{L})/iu,
  accepts:
    /^(?:oui|ouais|d'accord|ok|okay|bien sûr|entendu|volontiers|ça marche|pas de (?:problème|souci)|sans problème|je m'en (?:occupe|charge)|c'est noté|avec plaisir)(?!\p{L})/iu,
  wishes:
    /^(?:(?:oui|ah|super|parfait|merci|d'accord),? )*(?:(?:oui,? )?(?:volontiers|avec plaisir|je veux bien|s'il (?:te|vous) plaît)|ce serait (?:super|bien|parfait|génial|gentil|top|formidable)|fais(?: donc)? ça|vas-y|allez-y)(?!\p{L})/iu,
  speaksOfSelf: /(?<!\p{L})(?:je (?:vais|m'en|peux|le fais)|j'\p{L}+rai|je \p{L}+rai)(?!\p{L})/iu,
};
