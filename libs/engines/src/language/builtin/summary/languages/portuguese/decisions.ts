import type { DecisionPatterns } from '../worded/language-words.ts';

const DECIDED =
  '(?:decidido|decidimos|escolhido|optado|acordado|combinado|resolvido|aprovado|votado|deliberado)';

/** How decisions are stated in Portuguese. */
export const PORTUGUESE_DECISIONS: DecisionPatterns = {
  stated: [
    ' (?<!(?:quando|se) )(?:decidimos|resolvemos|acordámos|combinámos|combinamos que|optámos por|optamos por|escolhemos|ficou decidido|ficámos de acordo) ',
    ` (?:a (?:direção|assembleia|equipa|equipe) (?:decidiu|aprovou|resolveu)|o (?:conselho|comité|comitê|grupo) (?:decidiu|aprovou|resolveu)) `,
    ` (?:fica|está|ficou|foi|é) (?:então |assim |portanto )?(?:decidido|acordado|combinado|aprovad[oa]|resolvido) `,
    ` temos {few}${DECIDED} que `,
    ' (?:a|a nossa) decisão (?:é|final é) ',
    '^ (?:decisão|decidido|aprovado|combinado) (?:o|a|os|as|se|não|vamos) ',
    ' (?:o orçamento|a moção|a proposta|o plano|o contrato|o relatório) (?:está|fica|foi|ficou) {few}(?:aprovad[oa]|aceit[oae]|rejeitad[oa]) ',
    ' (?:decidi|eu decidi) ',
  ],
  announces: 'temos uma decisão|está decidido|decidido|fica decidido|esta é a decisão',
  proposed: [
    ' (?:proponho|sugiro|eu votaria|voto (?:em|por|pel[oa])) ',
    ' (?:e se|que tal|o que acham de|o que achas de) ',
    ' (?:podíamos|poderíamos|devíamos|deveríamos|por que não|porque não|vamos) ',
  ],
  settled: [
    ' (?:vamos |então |pois )?(?:usamos|pegamos|escolhemos|adiamos|cancelamos|compramos|alugamos|reservamos|vendemos|mudamos|contratamos|pedimos|mantemos|lançamos|assinamos|pagamos|aumentamos|reduzimos|ficamos com) ',
    ' (?:vamos|a gente vai) (?:usar|escolher|adiar|cancelar|comprar|alugar|reservar|vender|mudar|contratar|pedir|manter|lançar|assinar|pagar|aumentar|reduzir|ficar com) ',
  ],
  sumsUp:
    '(?:(?:ok|okay|bem|bom|está bem|de acordo|perfeito|sim|muito bem|certo) )*(?:então|portanto|assim)',
  open: ' (?:se|quando|antes de|antes que|ainda não|não|nunca|nada|nenhuma?|teríamos|tivéssemos|temos (?:de|que)|devemos|é preciso|talvez|diz|dizem|disse|disseram|acho|creio|o que(?! (?:acham|achas))|como|porque(?! não)|por que(?! não)|qual|quais|uma vez que) ',
  openAfter:
    '^ (?:se|quem|quando|como|qual|quais|onde|o que) | (?:ou não|talvez|acho|verdade|certo) $',
  otherTime:
    ' (?:na altura|na época|ontem|anteontem|(?:ano|mês|semana|vez) passad[oa]|última vez|há (?:anos|meses|muito|tempo|dois|três)|antigamente|originalmente|mais tarde|outro dia|próxima vez) ',
  procedure:
    ' (?:começar|começamos|iniciar|continuar|continuamos|prosseguir|seguir|pausa|intervalo|ordem do dia|ordem de trabalhos|pauta|próximo ponto|ponto seguinte|reunião|sessão|ronda de|rodada de|tema|assunto|discutir|falar|falamos|olhar|ouvir|ver|vemos|pensar|terminar|acabar|microfone|ecrã|tela|slide|apresentações|palavra|votar|voltar|voltamos|dizer|esperar|esperamos|passar|passamos) ',
};
