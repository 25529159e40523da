import type { Wording } from "../wording.ts";

/** What is asked for, and what is said of an answer. */
export const ASKS: Wording = {
  "what if":
    "y si|qué pasa si|que pasa si|qué pasaría si|que pasaria si|qué cambia si|supongamos que|supón que|imagina que|imaginemos que|digamos que|y qué pasa si|suponiendo que|supongamos",
  "why not":
    "por qué no|por que no|porqué no|porque no|qué tiene de malo|qué hay de malo con|cuál es el problema con|qué problema hay con|qué problema tiene|qué pega tiene",
  "why is": "por qué es|por que es|por qué está|por qué queda",
  why: "por que",
  "what about":
    "qué tal|que tal|qué hay de|y qué tal|qué me dices de|y para|y qué hay de|qué opinas de|cómo ves|qué opináis de",
  compare:
    "compara|comparar|comparación|comparación entre|comparativa|comparativa de|comparativa entre|compárame|comparame",
  "difference between": "diferencia entre|qué diferencia hay entre|cuál es la diferencia entre",
  versus: "contra|frente a|comparado con",
  "break down":
    "desglosa|desglose|desglose de|desglósame|desglosar|el desglose de|detalle de|detalla|detállame|muéstrame la factura|enséñame la factura|muestra la factura|detalle de la factura|detalle de costes|línea por línea|los detalles de|enséñame el desglose de|muéstrame el desglose de|dame el desglose de|ver la factura de|en qué se va el dinero",
  "we decided on":
    "nos quedamos con|elegimos|vamos con|nos decidimos por|decidido|decisión|hemos decidido|nos vamos a|tiramos con|optamos por|vamos a por|hemos elegido|nos decantamos por|escogemos|queda decidido|me quedo con",
  "i vote for":
    "voto por|yo voto por|mi voto es para|mi voto va para|mi voto va a|yo voto a|voto a|mi voto es|voto|yo voto|mi voto por",
  "withdraw my vote": "retiro mi voto|quita mi voto|retirar mi voto|anula mi voto|cancela mi voto",
  "who voted":
    "quién votó|quién ha votado|quién votó qué|cómo va la votación|muestra los votos|quién votó por qué|quién ha votado qué|cómo van los votos",
  undo: "deshacer|deshaz|deshaz eso|vuelve atrás|volver atrás|atrás|vuelve|revertir|revierte|deshazlo|vuelve al principio",
  help: "ayuda|qué puedes hacer|qué sabes hacer|cómo funciona esto|qué puedo preguntar|ayúdame",
  "how much is":
    "cuánto cuesta|cuanto cuesta|cuánto cuestan|cuanto cuestan|cuánto vale|cuánto sale|cuánto costaría|qué precio tiene|qué cuesta|precio de|precio por|cuál es el precio de|cuánto es|cuanto vale|cuánto me cuesta|cuánto costarían|cuánto costaria|coste de|costo de|cuánto salen|cuánto valen",
  "what is":
    "qué es|que es|qué son|qué significa|explica|explícame|explicame|qué es eso de|definición de|qué es un|qué es una",
  "instead of": "en lugar de|en vez de",
  instead: "en su lugar|en vez|mejor",
  "in half": "a la mitad|por la mitad",
  "raise the budget by": "sube el presupuesto en|aumenta el presupuesto en|subir el presupuesto en",
  "raise the budget to":
    "sube el presupuesto a|aumenta el presupuesto a|subimos el presupuesto a|subir el presupuesto a",
  add: "añade|añadir|agrega|agregar|añadimos|suma|agregamos|sumamos|métele",
  remove: "quita|quitar|elimina|eliminar|quitamos",
  ignore: "ignora|olvida|ignorar|descarta|olvídate de",
  "make it": "ponlo en|pon|ponle|que sean|cámbialo a|déjalo en",
  reason: "motivo|razón",
  "the winner": "el ganador|el primero",
  "the second": "el segundo",
  thanks: "gracias|muchas gracias|mil gracias",
  same: "lo mismo|igual|el mismo",
};
