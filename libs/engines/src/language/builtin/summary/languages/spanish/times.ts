const DAY = '(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)';
const PART = '(?:por|de|en) la (?:mañana|tarde|noche)|al mediodía|a primera hora';
const MONTH =
  '(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)';
const NUMBER =
  '(?:\\d+|un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|quince|un par de|unos|unas)';
const UNIT = '(?:horas?|días?|semanas?|mes|meses|trimestres?|años?)';
const HOUR = '(?:las? \\d{1,2}(?::\\d\\d)?(?: horas)?|mediodía|medianoche)';
const DATE = `(?:\\d{1,2}|uno|primero|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|veinte|treinta|veinti\\p{L}{3,7}) de ${MONTH}(?: de \\d{4})?|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|\\d{4}-\\d\\d-\\d\\d`;
const NAMED = [
  `(?:(?:el|este|próximo) )*${DAY}(?: que viene| próximo)?(?: (?:${PART}))?`,
  `pasado mañana|mañana(?: (?:mismo|${PART}))?|hoy(?: mismo)?|esta (?:mañana|tarde|noche|semana)|este (?:mes|fin de semana|trimestre)`,
  `(?:la|el) (?:semana|mes|trimestre|fin de semana|año) que viene|(?:la|el) (?:próxima semana|próximo mes|próxima reunión|próximo fin de semana|próximo trimestre)`,
  `(?:finales?|fin|principios|mediados) de (?:semana|mes|año|trimestre|la semana|la semana que viene|${MONTH})`,
  `(?:el día |el )?(?:${DATE})`,
  `a ${HOUR}`,
].join('|');
const EVENT =
  '(?:la|el|las|los|nuestra|nuestro|esta|este) (?:próxima |próximo )?(?:reunión|sesión|lanzamiento|feria|vacaciones|fiestas|fiesta|conferencia|entrega|examen|asamblea|mudanza|comida|cena|boda|cita|visita|inspección|plazo|navidad|verano|publicación|llamada)';

/** Time expressions of Spanish, as the source of a pattern. */
export const SPANISH_TIMES = [
  `(?:(?:a más tardar|como muy tarde|antes de|antes del|para|hasta|desde|a partir de|a|después de|sobre) )*(?:${NAMED})(?: a ${HOUR})?`,
  `antes del? (?:${DAY}|día|fin de (?:mes|semana|año)|mediodía|${DATE})(?: que viene| próximo)?`,
  `(?:dentro de|en|en menos de) (?:los próximos |las próximas )?${NUMBER} ${UNIT}`,
  `(?:antes|después|justo después|justo antes) (?:de|del) ${EVENT}|antes del (?:lanzamiento|examen|plazo|verano|evento)|después del (?:lanzamiento|examen|verano|evento)`,
  `cuanto antes|lo antes posible|en ${MONTH}`,
].join('|');
