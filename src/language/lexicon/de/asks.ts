import type { Wording } from "../wording.ts";

/** What is asked for, and what is said of an answer. */
export const ASKS: Wording = {
  "what if":
    "was wenn|was wäre wenn|was wär wenn|und wenn|was passiert wenn|was ist wenn|angenommen|gesetzt den fall|stell dir vor|nehmen wir an|was ändert sich wenn|wie siehts aus wenn|wie sieht es aus wenn|und was wenn",
  "why not":
    "warum nicht|wieso nicht|warum kein|wieso kein|weshalb nicht|warum keine|wieso keine|warum denn nicht|was spricht gegen|wo ist der haken bei|was ist der haken bei|wo liegt der haken bei|was hast du gegen|was stört dich an",
  "why is": "warum ist|wieso ist|weshalb ist|warum wurde|warum wird|warum fliegt|warum fällt",
  "what about":
    "was ist mit|wie wäre es mit|wie wärs mit|wie wär's mit|und was ist mit|wie siehts mit aus|wie sieht es mit|und wie ist es mit|wie schaut es aus mit|wie schauts aus mit|und mit",
  compare:
    "vergleiche|vergleich|vergleich mal|vergleiche mal|gegenüberstellung|im vergleich|vergleichen|stell gegenüber|vergleich von",
  "difference between": "unterschied zwischen|was ist der unterschied zwischen",
  versus: "gegen|gegenüber|verglichen mit|im vergleich zu",
  "break down":
    "schlüssel|schlüssle|schlüssel auf|aufschlüsseln|schlüssle auf|aufschlüsselung|aufschlüsselung für|aufschlüsselung von|zeig mir die rechnung|zeig die rechnung|zeig mir die kosten im detail|kosten im detail|kostenaufstellung|kostenaufschlüsselung|zeig mir die posten|einzelposten|details zu|details zur rechnung|woraus setzt sich der preis zusammen|wie setzt sich der preis zusammen|wie setzen sich die kosten zusammen|rechnung im detail|kosten aufschlüsseln",
  "we decided on":
    "wir haben uns für|wir entscheiden uns für|wir nehmen|nehmen wir|dann nehmen wir|entscheidung für|entscheidung|beschlossen|wir gehen mit|ich entscheide mich für|wir machen|lass uns nehmen|wird gemacht mit|es wird|wir haben entschieden für|gehen wir mit",
  "i vote for":
    "ich stimme für|meine stimme für|ich bin für|meine stimme geht an|stimme für|ich wähle|mein vote geht an|ich vote für|meine stimme bekommt|bin für|ich wäre für",
  "withdraw my vote":
    "meine stimme zurückziehen|stimme zurückziehen|ich ziehe meine stimme zurück|zieh meine stimme zurück|meine stimme zurücknehmen|ich nehme meine stimme zurück",
  "who voted":
    "wer hat gestimmt|wer hat abgestimmt|wer hat für was gestimmt|wie ist die abstimmung|wie steht die abstimmung|abstimmungsstand|wer hat wofür gestimmt|zeig die stimmen",
  undo: "rückgängig|mach das rückgängig|rückgängig machen|mach rückgängig|zurück|zurücksetzen|geh zurück|nimm das zurück|wieder zurück|vorherige antwort",
  help: "hilfe|was kannst du|was kannst du alles|wie funktioniert das|was kann ich fragen",
  "how much is":
    "was kostet|was kosten|wie viel kostet|wieviel kostet|wie teuer ist|wie teuer sind|wie viel kosten|wieviel kosten|was würde kosten|was kostet mich|was kostet uns|preis für|preis von|was kostet so ein|was kostet denn",
  "what is": "was ist|was bedeutet|was heißt|was sind|erklär mir|erkläre|erklär|erkläre mir|was versteht man unter",
  "in half": "um die hälfte",
  "instead of": "statt|anstatt|anstelle von|anstelle|an stelle von",
  instead: "stattdessen|lieber",
  "raise the budget by": "budget erhöhen um|erhöhe das budget um|budget rauf um|budget plus|budget um",
  add: "füge hinzu|hinzufügen|dazu kommen|dazu kommt|kommt dazu|kommen dazu",
  remove: "entferne|entfernen|streiche|streichen|lass weg|weglassen",
  "more services": "services mehr|dienste mehr",
  "more nodes": "nodes mehr|knoten mehr",
  "less nodes": "nodes weniger|knoten weniger",
  ignore: "ignoriere|ignorieren|vergiss",
  "make it": "nimm|ändere|setze|stell|mach daraus|mach draus|mach es zu|ändere auf|setze auf|setz auf",
  reason: "grund|begründung",
  because: "weil|denn es|wegen des|wegen der",
  winner: "gewinner|sieger",
  "the winner": "der gewinner|den gewinner",
  "the second": "der zweite|die zweite|den zweiten|platz zwei",
  thanks: "danke schön|vielen dank|dankeschön",
};
