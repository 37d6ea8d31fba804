import type { ReplyPatterns } from '../item-rules.ts';

/** How German speakers reply. */
export const GERMAN_REPLIES: ReplyPatterns = {
  yes: /^(?:ja|jo|jep|klar|okay|ok|gut|gerne?|genau|sicher|natürlich|selbstverständlich|in ordnung|alles klar|einverstanden|abgemacht|mach(?:e)? ich|wird gemacht|kein problem|passt|super|prima|perfekt|geht klar)(?!\p{L})/iu,
  agreed:
    /(?<!\p{L})(?:einverstanden|bin dafür|dafür|stimme zu|abgemacht|so machen wir(?:'s| es| das)|machen wir so|machen wir|gute idee|passt(?: für mich)?|klingt gut|hört sich gut an|finde ich gut|sehe ich auch so|angenommen|beschlossen|genehmigt|in ordnung|von mir aus|ja,? gerne)(?!\p{L})/iu,
  no: /^(?:nein|nee|nö|leider|nicht|niemals|lieber nicht|auf keinen fall|ich kann nicht|ich kann leider|das geht nicht|das schaffe ich nicht|ich bin dagegen|dagegen|moment|warte|eher nicht|ungern)(?!\p{L})/iu,
  noRefusal: /^(?:nein,? (?:kein problem|gerne)|nicht schlecht)(?!\p{L})/iu,
  takesOver:
    /^(?:(?:ja|klar|okay|ok|gut|gerne?|kein problem|in ordnung|alles klar),? )*(?:(?:das |die |den )?(?:mach|mache|übernehme|übernehm|erledige|besorge) ich|ich (?:mach|mache|übernehme|übernehm|erledige|kümmere mich|kümmer mich|besorge)(?: das| es| darum| drum)?(?:[,.! ]|$)|(?:das|die|den|sie|ihn|es) (?!glaube|denke|hoffe|finde|meine|sehe|kenne|habe|hätte|würde|sage|wusste|dachte)\p{L}+e ich|wird (?:gemacht|erledigt)|ich kann das (?:machen|übernehmen)|ich\.?$)/iu,
  denies: /(?<!\p{L})(?:nicht|nie|kein|keine|keinen)(?! problem)(?!\p{L})/iu,
  accepts:
    /^(?:ja|jo|jep|klar|okay|ok|gerne?|sicher|natürlich|selbstverständlich|in ordnung|alles klar|einverstanden|mach(?:e)? ich|wird gemacht|kein problem|geht klar)(?!\p{L})/iu,
  wishes:
    /^(?:(?:ja|oh|super|prima|gut|okay|danke),? )*(?:bitte(?! nicht)(?!\p{L})|gerne?(?!\p{L})|ja,? bitte|mach das|das wäre (?:toll|super|gut|nett|prima|schön|großartig|wunderbar|lieb|hilfreich|perfekt))/iu,
  speaksOfSelf:
    /(?<!\p{L})(?:ich (?:mache|werde|kann|übernehme|schicke)|mache ich|mach ich)(?!\p{L})/iu,
};
