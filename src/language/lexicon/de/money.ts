import type { Wording } from "../wording.ts";

/** Money, time and amounts. */
export const MONEY: Wording = {
  budget: "budget|etat|kostenrahmen|budgetrahmen|preisrahmen|finanzieller rahmen|budgetiert|gesamtbudget",
  "monthly budget": "monatsbudget|monatliches budget|budget im monat|budget pro monat|budget monatlich",
  "annual budget": "jahresbudget",
  "budget of": "budget von|budget i.h.v.|budget in höhe von|budget liegt bei|budget ist|budget beträgt",
  "at most":
    "maximal|höchstens|max.|allerhöchstens|nicht mehr als|nicht über|obergrenze|obergrenze ist|obergrenze von|limit|limit liegt bei|schmerzgrenze|schmerzgrenze ist|schmerzgrenze liegt bei|mehr als das geht nicht|darf maximal kosten|darf höchstens kosten|darf kosten|sollte nicht mehr kosten als|soll nicht mehr kosten als|nicht teurer als",
  "up to": "bis zu|bis max|bis maximal|bis",
  under: "unter|unterhalb von|weniger als|kleiner als",
  "cheaper than": "günstiger als|billiger als",
  around: "um die|ungefähr um|so um die|so um",
  "we can spend": "wir können ausgeben|können wir ausgeben|können ausgeben",
  "can spend":
    "kann ich ausgeben|zur verfügung|zu verfügung|stehen zur verfügung|haben wir zur verfügung|habe ich zur verfügung",
  "is our limit":
    "mehr ist nicht drin|mehr geht nicht|mehr haben wir nicht|wäre schmerzgrenze|ist schmerzgrenze|sind das maximum",
  tops: "mehr nicht|und nicht mehr|als obergrenze|oder weniger|reichen|müssen reichen|muss reichen|drin",
  "we spend": "geben wir|geben aktuell|wir geben|gebe ich|ich gebe",
  "we pay":
    "wir zahlen|zahlen wir|zahle ich|ich zahle|wir bezahlen|bezahlen wir|wir blechen|blechen wir|wir löhnen|löhnen|blechen",
  "costs us":
    "kostet uns|kosten uns|kosten dort|kostet dort|kostet mich|kosten mich|kostet uns das|kostet uns der|kostet uns die",
  costs: "kostet|kosten|kostenpunkt",
  cost: "preis|preise|preislich|gekostet",
  bill: "rechnung|rechnungen|abrechnung|monatsrechnung|cloudrechnung|cloud rechnung|kosten aktuell|kosten derzeit|kosten momentan|aktuelle kosten|ausgaben|laufende kosten|monatliche kosten|kosten liegen bei|kosten liegen aktuell bei|liegen bei|liegen aktuell bei",
  "went from": "ist von|stieg von|gestiegen von",
  revenue: "umsatz|einnahmen|gewinn|jahresumsatz|monatsumsatz",
  funding: "finanzierung|förderung|fördermittel|investment|finanzierungsrunde",
  salary: "gehalt|gehälter|lohn",
  credits: "guthaben|startguthaben|gutschrift|gutschriften",
  "per month":
    "im monat|pro monat|monatlich|mtl|mtl.|/monat|/mon|pro mon|jeden monat|je monat|p.m.|p. m.|den monat|monat",
  monthly: "monatlicher|monatliche|monatliches|monatlichen",
  "per year": "im jahr|pro jahr|jährlich|/jahr|p.a.|jedes jahr|je jahr",
  "per day": "am tag|pro tag|täglich|/tag|jeden tag",
  "per week": "in der woche|pro woche|wöchentlich|/woche|die woche",
  "per hour": "pro stunde|die stunde|in der stunde|stündlich|/stunde|/std|/h|je stunde|pro std",
  month: "monats",
  months: "monate|monaten",
  year: "jahr|jahres",
  years: "jahre|jahren|jahrelang|jahrelange",
  day: "tag",
  days: "tage|tagen",
  hours: "stunden|std",
  hour: "stunde",
  minutes: "minuten|min",
  week: "woche",
  weeks: "wochen",
  euro: "euronen|teuro|taler|€uro",
  dollars: "dollar|us dollar",
  "swiss francs": "franken|schweizer franken|sfr|fr.",
  "a thousand": "k euro tausend",
  "must be free": "kostenlos|umsonst|gratis|muss kostenlos sein|darf nichts kosten|soll nichts kosten",
  "no budget": "kein budget|budget egal|budget spielt keine rolle|geld spielt keine rolle|ohne budget|budget ist egal",
  "forget the budget": "vergiss das budget|budget weglassen|budget ignorieren|ohne das budget",
  "labour rate": "stundensatz|stundenlohn|stundensatz liegt bei|interner stundensatz",
  "downtime costs":
    "ausfall kostet|ausfall kostet uns|ein ausfall kostet|ausfallzeit kostet|downtime kostet|downtime kostet uns|ausfallkosten",
  "hour of downtime": "stunde ausfall|stunde downtime|stunde ausfallzeit|stunde stillstand",
  "we lose": "verlieren wir|wir verlieren",
  commitment: "laufzeit|bindung|vertragslaufzeit|reservierung|vertragsbindung",
  reserved: "reserviert|reservierte",
  "commit for a year":
    "für ein jahr binden|ein jahr binden|uns ein jahr binden|für 1 jahr binden|auf ein jahr festlegen",
  "commit for 3 years": "für drei jahre binden|drei jahre binden|für 3 jahre binden",
  "no commitment":
    "keine bindung|keine laufzeit|keine vertragsbindung|ohne vertragsbindung|ohne bindung|monatlich kündbar",
};
