const DAY = '(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|sábado|domingo';
const PART = '(?:de|à|da|pela) (?:manhã|tarde|noite)|ao meio-dia';
const MONTH =
  '(?:janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)';
const NUMBER =
  '(?:\\d+|um|uma|dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|quinze|uns|umas|um par de)';
const UNIT = '(?:horas?|dias?|semanas?|mês|meses|trimestres?|anos?)';
const HOUR = '(?:\\d{1,2}(?:[:h]\\d\\d)?(?: horas|h)?|meio-dia|meia-noite)';
const DATE = `(?:\\d{1,2}|primeiro|um|dois|três|quatro|cinco|seis|sete|oito|nove|dez|doze|quinze|vinte|trinta) de ${MONTH}(?: de \\d{4})?|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|\\d{4}-\\d\\d-\\d\\d`;
const NAMED = [
  `(?:(?:a|o|na|no|à|ao|esta|este|próxima|próximo) )*(?:${DAY})(?: que vem| próxim[ao])?(?:,? (?:${PART}))?`,
  `depois de amanhã|amanhã(?:,? (?:cedo|${PART}))?|hoje(?: (?:${PART}))?|esta (?:manhã|tarde|noite|semana)|este (?:mês|fim de semana|trimestre)|hoje mesmo`,
  `(?:(?:na|no|a|o) )?(?:semana|mês|ano|trimestre|fim de semana) que vem|(?:(?:na|no|a|o|da|do) )?próxim[ao] (?:semana|mês|reunião|fim de semana|trimestre|ano)`,
  `(?:(?:ao|no|o|do) )?(?:fim|final|início|meados) (?:da semana|do mês|do ano|do trimestre|de semana|de ${MONTH})`,
  `(?:(?:no dia|o dia|dia|a|em|ao dia) )?(?:${DATE})`,
  `às ${HOUR}`,
].join('|');
const EVENT =
  '(?:a|o|as|os|da|do|das|dos|nossa|nosso|esta|este|desta|deste)? ?(?:próxima |próximo )?(?:reunião|sessão|lançamento|feira|férias|festa|festas|conferência|entrega|exame|prova|assembleia|mudança|almoço|jantar|casamento|consulta|visita|prazo|natal|páscoa|verão|publicação|chamada)';

/** Time expressions of Portuguese, as the source of a pattern. */
export const PORTUGUESE_TIMES = [
  `(?:(?:o mais tardar|no máximo|até|para|antes de|antes da|antes do|desde|a partir de|depois de|depois da|depois do|por volta de) )*(?:${NAMED})(?: às ${HOUR})?`,
  `(?:dentro de|daqui a|em|em menos de|nos próximos|nas próximas) ${NUMBER} ${UNIT}`,
  `(?:antes|depois|logo depois|logo antes) (?:de |da |do |das |dos )${EVENT}`,
  `o mais (?:depressa|rápido|cedo) possível|o quanto antes|assim que possível|em ${MONTH}`,
].join('|');
