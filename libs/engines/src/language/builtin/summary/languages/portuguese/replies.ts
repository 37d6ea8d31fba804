import type { ReplyPatterns } from '../item-rules.ts';

/** How Portuguese speakers reply. */
export const PORTUGUESE_REPLIES: ReplyPatterns = {
  yes: /^(?:sim|claro|está bem|tá bem|tá bom|está bom|tá|de acordo|ok|okay|com certeza|certo|combinado|perfeito|muito bem|feito|sem problemas?|pode deixar|deixa comigo|deixe comigo|com (?:todo o )?prazer|ótimo|fica combinado|conta comigo|pode contar)(?!\p{L})/iu,
  agreed:
    /(?<!\p{L})(?:de acordo|concordo|estou de acordo|por mim (?:tudo bem|está bem|pode ser)|parece me bem|parece-me bem|me parece bem|boa ideia|ótima ideia|vamos fazer assim|vamos nessa|combinado|aprovado|a favor|fechado|perfeito|pode ser|gosto da ideia)(?!\p{L})/iu,
  no: /^(?:não|lamento|infelizmente|impossível|espera|esperem|espere|melhor não|nem pensar|nunca|desculpa|desculpe|sou contra|estou contra)(?!\p{L})/iu,
  noRefusal: /^não(?:,| há| tem)? (?:problema|te preocupes|se preocupe|faz mal)(?!\p{L})/iu,
  takesOver:
    /^(?:(?:sim|claro|está bem|tá bom|de acordo|ok|okay|sem problemas?|com certeza|certo),? )*(?:(?:eu )?(?:trato disso|cuido disso|faço isso|faço|trato eu|encarrego-me disso|me encarrego disso|fico com isso|posso fazer isso)(?: eu)?|(?:deixa|deixe|deixem) comigo|pode deixar|\p{L}+o(?:-[oa]s?)? eu|eu (?!acho|penso|creio|gosto|tenho|quero|preciso|digo|concordo|vejo|sinto|espero|prefiro|não)\p{L}+o|eu\.?$)(?!\p{L})/iu,
  denies: /(?<!\p{L})(?:não(?! (?:há|tem) problema)|nunca|nenhuma?|ninguém|tampouco)(?!\p{L})/iu,
  accepts:
    /^(?:sim|claro|está bem|tá bem|tá bom|de acordo|ok|okay|com certeza|certo|combinado|feito|sem problemas?|pode deixar|deixa comigo|deixe comigo|com (?:todo o )?prazer|conta comigo)(?!\p{L})/iu,
  wishes:
    /^(?:(?:sim|ah|ótimo|perfeito|obrigad[oa]|boa),? )*(?:por favor|sim,? por favor|faz isso|faça isso|força|(?:isso )?(?:seria|era) (?:ótimo|perfeito|excelente|muito bom|bom|fantástico|maravilhoso))(?!\p{L})/iu,
  speaksOfSelf:
    /(?<!\p{L})(?:eu|trato disso|cuido disso|faço isso|posso|vou|deixa comigo|deixe comigo)(?!\p{L})/iu,
};
