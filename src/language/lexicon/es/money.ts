import type { Wording } from "../wording.ts";

/** Money, time and amounts. */
export const MONEY: Wording = {
  budget: "presupuesto|presu|presupuestos|presupuestado",
  "budget of":
    "presupuesto de|presupuesto es de|presupuesto es|presupuesto ronda|presupuesto de unos|presupuesto sería de|presu de",
  "monthly budget": "presupuesto mensual|presupuesto mensual de|presupuesto al mes",
  "annual budget": "presupuesto anual|presupuesto anual de|presupuesto al año|presupuesto anual es de",
  "at most":
    "máximo|como máximo|máximo de|a lo sumo|no más de|no mas de|tope|tope de|con un tope de|un máximo de|sin pasar de|sin pasarnos de|no pasar de|límite|límite de|que no pase de|sin superar los|sin superar|no superar|no queremos pasar de|no queremos gastar más de|no más que|no gastar más de",
  "or less": "como mucho|y no más|y ya|máx|o menos|a lo mucho|tope máximo|de tope",
  "up to": "hasta|de hasta",
  under: "menos de|por debajo de|debajo de|inferior a|bajo",
  "cheaper than": "más barato que|más baratas que",
  around: "alrededor de|cerca de|sobre los|en torno a",
  "we can spend":
    "podemos gastar|puedo gastar|podemos pagar|podemos invertir|podemos llegar a|puedo pagar|podemos permitirnos|nos podemos gastar",
  "to spend": "para gastar|de presupuesto|para invertir|de presu",
  bill: "factura|facturas|factura mensual|recibo|cuenta mensual|facturación",
  cost: "coste|costo|costes|costos|precio|precios",
  revenue: "facturación anual|ingresos|ventas",
  funding: "financiación|financiamiento|ronda|inversión|subvención",
  salary: "sueldo|salario|sueldos",
  credits: "créditos|crédito|créditos gratis",
  "per month": "al mes|por mes|/mes|mensual|mensuales|mensualmente|cada mes|x mes",
  "per year": "al año|por año|/año|anual|anuales|cada año|anualmente",
  "per day": "al día|por día|/día|diarios|diarias|diario|cada día|diaria|diariamente",
  "per week": "a la semana|por semana|/semana|semanales|cada semana",
  "per hour": "la hora|por hora|/hora|a la hora|cada hora|/h",
  month: "mes",
  months: "meses",
  year: "año",
  years: "años",
  day: "día",
  days: "días",
  hour: "hora",
  hours: "horas",
  minutes: "minuto|minutos",
  week: "semana",
  weeks: "semanas",
  euros: "euritos|eurillos|pavos",
  dollars: "dólares|dólar|dolares|verdes",
  gb: "gigas|giga",
  tb: "teras|tera",
  mb: "megas",
  "must be free": "gratis|gratuito|tiene que ser gratis|sin coste",
  "no budget":
    "sin presupuesto|presupuesto ilimitado|el presupuesto no es problema|no hay límite de presupuesto|el dinero no es problema|el presupuesto da igual",
  "forget the budget": "olvida el presupuesto|quita el presupuesto|sin el presupuesto",
  "labour rate": "tarifa por hora|coste por hora de ingeniero|la hora de ingeniero|hora de ingeniero",
  "hour of downtime":
    "hora de caída|hora de inactividad|hora caídos|hora caído|hora de parada|hora sin servicio|hora de downtime|hora de indisponibilidad",
  "we lose": "perdemos",
  commitment: "compromiso|permanencia|reserva",
  reserved: "reservadas|reservado|reservada|reservados",
  "commit for a year":
    "compromiso de un año|comprometernos un año|nos comprometemos un año|compromiso a un año|comprometernos por un año|compromiso anual|comprometernos a un año|comprometemos a un año|comprometemos un año|compromiso de 1 año",
  "commit for 3 years":
    "compromiso de tres años|compromiso de 3 años|comprometernos tres años|comprometernos por 3 años|comprometernos a tres años|comprometemos a tres años",
  "no commitment": "sin compromiso|sin permanencia",
};
