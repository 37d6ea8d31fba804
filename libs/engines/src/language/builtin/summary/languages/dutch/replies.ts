import type { ReplyPatterns } from '../item-rules.ts';

/** How Dutch speakers reply. */
export const DUTCH_REPLIES: ReplyPatterns = {
  yes: /^(?:ja|jawel|jazeker|zeker|natuurlijk|oké|ok|okay|goed|prima|graag|klopt|precies|akkoord|afgesproken|doe ik|komt goed|komt in orde|in orde|geen probleem|is goed|dat is goed|uiteraard|vanzelfsprekend|super)(?!\p{L})/iu,
  agreed:
    /(?<!\p{L})(?:akkoord|mee eens|daar ben ik (?:het mee eens|voor)|ik ben voor|goed idee|prima idee|goed plan|afgesproken|laten we dat doen|dat doen we|zo doen we het|doen we|klinkt goed|lijkt me (?:goed|prima|een goed idee)|vind ik goed|goedgekeurd|aangenomen|ja,? graag|wat mij betreft wel)(?!\p{L})/iu,
  no: /^(?:nee|neen|helaas|sorry|nooit|liever niet|onmogelijk|wacht|ik kan niet|dat lukt niet|dat gaat niet|ik ben tegen|zeker niet|absoluut niet|niet)(?!\p{L})/iu,
  noRefusal: /^(?:nee,? (?:geen probleem|hoor,? geen probleem|graag)|niet slecht)(?!\p{L})/iu,
  takesOver:
    /^(?:(?:ja|zeker|natuurlijk|oké|ok|okay|goed|prima|geen probleem|graag|is goed),? )*(?:(?:dat |die |het )?(?:doe ik|regel ik|neem ik (?:op me|voor mijn rekening)|zorg ik voor)|ik (?:doe|regel) (?:het|dat|die)(?: wel)?|ik zorg (?:er|daar)voor|(?:dat|die|het|hem|haar) (?!denk|geloof|hoop|vind|weet|ken|had|zou|dacht|zei)\p{L}+ ik(?: wel)?|ik kan (?:dat|het) (?:doen|regelen)|laat (?:dat|het) maar aan mij over|ik(?: wel)?\.?$)(?!\p{L})/iu,
  denies: /(?<!\p{L})(?:niet|nooit|geen(?! probleem)|niemand)(?!\p{L})/iu,
  accepts:
    /^(?:ja|jawel|jazeker|zeker|natuurlijk|oké|ok|okay|graag|akkoord|afgesproken|doe ik|komt goed|komt in orde|in orde|geen probleem|is goed|dat is goed|uiteraard|prima)(?!\p{L})/iu,
  wishes:
    /^(?:(?:ja|oh|super|prima|goed|oké|bedankt|dank je),? )*(?:graag|ja,? graag|alsjeblieft|alstublieft|doe maar|doe dat|dat zou (?:fijn|geweldig|super|mooi|goed|top|heel fijn|handig|lief) zijn)(?!\p{L})/iu,
  speaksOfSelf: /(?<!\p{L})(?:ik (?:doe|zal|kan|regel|ga|stuur)|doe ik|regel ik)(?!\p{L})/iu,
};
