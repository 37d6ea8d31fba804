import type { DecisionPatterns } from '../worded/language-words.ts';

const DECIDED = '(?:decidido|acordado|elegido|optado|resuelto|aprobado|votado|quedado|convenido)';

/** How decisions are stated in Spanish. */
export const SPANISH_DECISIONS: DecisionPatterns = {
  stated: [
    ` (?:hemos|el (?:consejo|comité) ha|la (?:junta|asamblea) ha|el equipo ha) {few}${DECIDED} `,
    ' nos hemos puesto de acuerdo ',
    ' (?:queda|está|ha quedado|se ha|fue|es) (?:entonces |pues |por tanto )?(?:decidido|acordado|aprobado|aprobada|convenido) ',
    ' (?:decidimos|acordamos|quedamos en|optamos por|nos decidimos por|nos quedamos con) ',
    ' (?:la|nuestra) decisión (?:es|final es) ',
    '^ (?:decisión|decidido|acordado|aprobado) (?:vamos|el|la|los|las|se|no) ',
    ' (?:el presupuesto|la moción|la resolución|la propuesta|el plan|el contrato|el informe) (?:está|queda|ha sido|fue) {few}(?:aprobad[oa]|aceptad[oa]|rechazad[oa]) ',
    ' he decidido ',
  ],
  announces: 'tenemos una decisión|está decidido|decidido|queda decidido|esta es la decisión',
  proposed: [
    ' (?:propongo|sugiero|yo votaría por|voto por) ',
    ' (?:y si|qué tal si|qué os parece si|qué te parece si) {few}\\S+[aei]mos ',
    ' (?:podríamos|deberíamos|por qué no|os parece que|vamos a) ',
  ],
  settled: [
    ' (?:vamos a |entonces |pues |pues entonces )?(?:usamos|cogemos|tomamos|elegimos|escogemos|aplazamos|posponemos|cancelamos|compramos|alquilamos|reservamos|vendemos|cambiamos|contratamos|pedimos|mantenemos|dejamos|lanzamos|movemos|pasamos|subimos|bajamos|firmamos|pagamos|vamos con|nos quedamos con) ',
    ' vamos a (?:usar|coger|tomar|elegir|aplazar|posponer|cancelar|comprar|alquilar|reservar|vender|cambiar|contratar|pedir|mantener|lanzar|mover|pasar|subir|bajar|firmar|pagar) ',
  ],
  sumsUp: '(?:(?:vale|bueno|bien|de acuerdo|perfecto|sí|muy bien|ok) )*(?:entonces|pues|así que)',
  open: ' (?:si|cuando|antes de que|todavía no|aún no|no|nunca|nada|ningún|ninguna|habríamos|hubiéramos|tenemos que|debemos|hay que|quizás?|tal vez|dice|dicen|dijo|dijeron|creo|qué(?! (?:tal|os|te))|cómo|por qué(?! no)|una vez que) ',
  openAfter: '^ (?:si|quién|cuándo|cómo|cuál|qué|dónde|lo que) | (?:o no|quizás?|creo|verdad) $',
  otherTime:
    ' (?:en su momento|ayer|anteayer|el año pasado|el mes pasado|la semana pasada|hace (?:años|meses|mucho|tiempo|dos|tres)|la última vez|antiguamente|originalmente|más tarde|otro día|la próxima vez) ',
  procedure:
    ' (?:empezar|empezamos|comenzar|comenzamos|continuar|continuamos|seguir|seguimos|pausa|descanso|orden del día|siguiente punto|reunión|sesión|ronda de|tema|discutir|hablar|hablamos|mirar|miramos|escuchar|ver|vemos|pensar|terminar|micrófono|pantalla|diapositiva|presentaciones|palabra|votar|volver|volvemos|decir|esperar|esperamos|a lo siguiente) ',
};
