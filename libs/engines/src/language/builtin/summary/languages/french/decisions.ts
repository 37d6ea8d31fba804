import type { DecisionPatterns } from '../worded/language-words.ts';

const DECIDED =
  '(?:décidé|convenu|choisi|opté|retenu|acté|voté|arrêté|tranché|adopté|approuvé|validé)';

/** How decisions are stated in French. */
export const FRENCH_DECISIONS: DecisionPatterns = {
  stated: [
    ` (?:on a|nous avons|le (?:conseil|comité|bureau) a|l (?:équipe|assemblée) a) {few}${DECIDED} `,
    ` (?:on s est|nous nous sommes) {few}(?:mis d accord|entendus|accordés|décidés) `,
    ` (?:c est|il est|il a été|il est donc|c est donc) (?:donc |ainsi |finalement )?(?:décidé|convenu|acté|entendu) (?:on|nous|que|de|d) `,
    ' (?:nous décidons|on décide|nous convenons|on convient|nous optons|on opte|nous choisissons) ',
    ' (?:la|notre) décision (?:est|c est|finale est) ',
    '^ (?:décision|décidé|adopté) (?:on|nous|le|la|les|il|elle) ',
    ' (?:le budget|la motion|la résolution|la proposition|le plan|le contrat|le rapport) (?:est|a été) {few}(?:adoptée?|approuvée?|acceptée?|rejetée?|votée?|validée?) ',
    ' j ai (?:finalement |donc )?décidé d[e]? ',
  ],
  announces:
    'nous avons une décision|on a une décision|c est décidé|décidé|voici (?:la|notre) décision',
  proposed: [
    ' (?:je propose|je suggère|je vote pour) ',
    ' (?:et si|si) (?:on|nous) ',
    ' (?:est ce qu|et|alors) on (?:ne |n )?(?:prend|garde|part|choisit|reporte|annule|achète|loue|réserve|vend|change|commande) ',
    ' (?:on pourrait|nous pourrions|on devrait|nous devrions|pourquoi ne pas|pourquoi pas) ',
  ],
  settled: [
    ' (?:on|nous) (?:va |allons )?(?:prend|prendre|prenons|garde|garder|gardons|part sur|partir sur|partons sur|choisit|choisir|reporte|reporter|reportons|annule|annuler|annulons|achète|acheter|achetons|loue|louer|louons|réserve|réserver|vend|vendre|change|changer|commande|commander|commandons|lance|lancer|lançons|abandonne|abandonner|déplace|déplacer|reste sur|rester sur|fixe|fixer|supprime|supprimer|augmente|baisse|embauche|embaucher|signe|signer) ',
  ],
  sumsUp: '(?:(?:ok|okay|d accord|bon|bien|très bien|parfait|oui) )*(?:alors|donc|dans ce cas)',
  open: ' (?:si(?= )|quand|avant que|tant que|pas encore|n avons|n a|pas|jamais|rien|aucune|aucun|aurions|aurait|devons|doit|faut|faudra|peut être|dit|disent|disait|demande|demandent|pense|crois|qui|comment|pourquoi|une fois que) ',
  openAfter:
    '^ (?:si|qui|quand|comment|quoi|quel|quelle|ce qu|ce que|où) | (?:ou pas|peut être|je crois|n est ce pas) ',
  otherTime:
    ' (?:à l époque|hier|avant hier|la semaine dernière|l an dernier|l année dernière|il y a (?:des|deux|trois|quelques|longtemps)|le mois dernier|la dernière fois|autrefois|initialement|à l origine|plus tard|une autre fois|la prochaine fois) ',
  procedure:
    ' (?:commencer|commence|commençons|continuer|continue|continuons|pause|ordre du jour|point suivant|réunion|séance|tour de table|sujet|discuter|discute|parler|parle|parlons|regarder|regarde|écouter|écoute|voir|réfléchir|arrêter là|terminer|micro|écran|diapo|présentations|parole|vote|voter|passer à|passe à|passons|revenir|revient|dire|poser|attendre|attend) ',
};
