import type { Wording } from "../wording.ts";

/** Purposes, features, priorities, availability, and how clouds stand. */
export const WISHES: Wording = {
  // purposes
  "to learn":
    "lernen|zum lernen|zum üben|üben|ausprobieren|zum ausprobieren|zu lernzwecken|lernzwecke|lernumgebung|reinschnuppern|einarbeiten|spielwiese|zum spielen",
  "university project":
    "studienprojekt|uniprojekt|hochschulprojekt|semesterprojekt|schulprojekt|bachelorarbeit|masterarbeit|abschlussarbeit|studium|uni projekt",
  demo: "vorführung|demonstration|präsentation|vorstellung",
  "proof of concept": "machbarkeitsstudie|machbarkeitsnachweis",
  prototype: "prototyp|prototypen",
  "side project":
    "hobbyprojekt|nebenprojekt|privates projekt|freizeitprojekt|hobby projekt|seitenprojekt|feierabendprojekt|privatprojekt|privat|bastelprojekt|spaßprojekt|vereinswebsite",
  production:
    "produktion|produktiv|produktivbetrieb|produktionsumgebung|produktionsbetrieb|produktivumgebung|produktivsystem|produktive|live betrieb|livebetrieb|echtbetrieb",
  "internal tool":
    "internes tool|interne anwendung|interne tools|internes werkzeug|interne anwendungen|interner dienst|interne app|intern genutzte anwendung|internes dashboard|interne plattform|nur für intern|interne dienste",
  enterprise: "großkonzern|großunternehmen|dax konzern|behörde|konzernumfeld|versicherung",
  "online shop": "onlineshop|webshop",
  "paying customers": "zahlende kunden|zahlenden kunden",
  // features
  gpu: "grafikkarte|gpu karte",
  gpus: "grafikkarten|gpu karten",
  autoscaling:
    "automatische skalierung|automatisch skalieren|autoskalierung|automatisches skalieren|skaliert automatisch|lastspitzen",
  "high availability":
    "hochverfügbarkeit|hochverfügbar|ausfallsicher|ausfallsicherheit|hochverfügbare|redundant|redundanz",
  "multiple zones":
    "mehrere zonen|mehreren zonen|mehrere verfügbarkeitszonen|mehreren verfügbarkeitszonen|drei zonen|über mehrere zonen|ausfall einer zone",
  "multiple regions": "mehrere regionen|mehreren regionen|zwei regionen|mehrere standorte|zwei standorte",
  gdpr: "datenschutz|datenschutzgrundverordnung|datenschutzkonform|dsgvo konform|dsgvo|dsgvo konforme",
  "data must stay":
    "daten müssen in|daten dürfen nicht raus|daten müssen bleiben|daten sollen in|daten dürfen nicht aus|datenhaltung in|datenspeicherung in|daten dürfen nur in|daten bleiben in|daten in",
  "european provider":
    "europäischer anbieter|europäischen anbieter|europäische anbieter|europäische cloud|europäischen anbietern|eu anbieter|anbieter aus der eu|anbieter aus europa|deutscher anbieter|deutschen anbieter|deutsche anbieter|europäischer provider|keine us anbieter|keinen us anbieter|kein us anbieter|keine amerikanischen anbieter|keine us cloud|kein amerikanischer anbieter|nicht amerikanisch|keine amis|ohne us anbieter|us anbieter sind tabu|us anbieter kommen nicht in frage|keine amerikaner",
  sovereignty: "souveränität|digitale souveränität|souverän|souveräne cloud",
  "managed database":
    "verwaltete datenbank|gemanagte datenbank|managed datenbank|datenbank als dienst|gehostete datenbank|verwaltete datenbanken|gemanagte datenbanken|datenbank vom anbieter",
  "database in the cluster": "datenbank im cluster|datenbanken im cluster|datenbank in kubernetes|db im cluster",
  "in the cluster": "im cluster|innerhalb des clusters",
  database: "datenbank|datenbanken",
  "batch jobs": "batchjobs|stapelverarbeitung|nächtliche jobs|batch verarbeitung",
  "lots of traffic": "viel traffic|viel datenverkehr|sehr viel traffic|hohes datenvolumen",
  "video streaming": "videostreaming",
  "is not needed":
    "brauchen wir nicht|wird nicht benötigt|wird nicht gebraucht|nicht nötig|nicht notwendig|ist nicht nötig|ist nicht notwendig|brauch ich nicht|brauche ich nicht|nicht gebraucht|werden nicht benötigt|muss nicht sein|ist kein muss|brauchts nicht|nicht erforderlich",
  "patient data": "patientendaten|gesundheitsdaten",
  "credit card data": "kreditkartendaten|kartendaten",
  // priorities
  cheapest:
    "am günstigsten|günstigste|günstigsten|billigste|am billigsten|so günstig wie möglich|so billig wie möglich|möglichst günstig|möglichst billig|günstigster|kostengünstig|kostengünstigste|günstigstes|billigsten|preiswert|sparsam|geld sparen|kosten sparen|preis ist entscheidend|kosten sind entscheidend|knappes budget|günstig|billig|sparen|kosten senken|schmales budget",
  "full control":
    "volle kontrolle|maximale kontrolle|mehr kontrolle|komplette kontrolle|kontrolle behalten|root zugriff",
  "no vendor lock in":
    "kein vendor lock in|keine abhängigkeit|herstellerunabhängig|anbieterunabhängig|unabhängig bleiben|keine anbieterbindung",
  "low maintenance":
    "wenig aufwand|wenig arbeit|wartungsarm|wenig wartung|möglichst wenig aufwand|geringer aufwand|wenig betriebsaufwand|geringem aufwand|minimaler aufwand|keine lust auf wartung|nichts warten|ohne viel aufwand|wenig administration|einfach zu betreiben|einfach zu bedienen|so einfach wie möglich|möglichst einfach|unkompliziert|pflegeleicht|rundum sorglos|ohne großen aufwand|keinen ops aufwand",
  "no devops":
    "kein ops team|keine admins|kein admin|keine devops leute|niemanden für ops|kein devops team|keinen admin|keine ops leute|kein dediziertes ops team",
  // availability
  availability: "verfügbarkeit|erreichbarkeit|verfügbar|erreichbar",
  uptime: "betriebszeit",
  downtime: "ausfallzeit|ausfallzeiten|ausfall|ausfälle|stillstand",
  "no uptime target":
    "ausfälle sind ok|ausfall ist egal|darf auch mal ausfallen|darf mal ausfallen|verfügbarkeit egal|verfügbarkeit ist egal|ausfälle egal|darf ausfallen|verfügbarkeit spielt keine rolle",
  "three nines": "drei neunen",
  "four nines": "vier neunen",
  // how clouds stand
  currently: "bestandskunde|im einsatz|in verwendung|in betrieb|unterwegs|beheimatet|zuhause",
  "we are on":
    "wir sind bei|wir sind auf|sind bei|sind auf|sind derzeit bei|sind aktuell bei|sind schon bei|sind schon auf|sind bereits bei|sind bereits auf|wir laufen auf|sitzen auf|sind komplett auf|sind komplett bei|wir liegen bei|alles läuft bei|alles liegt bei|bei uns läuft alles auf|hosten bei|hosten derzeit bei|hosten aktuell bei|hosten bisher bei",
  "away from": "weg von|weg vom|runter von|raus aus|loskommen von|abschied von",
  "from aws": "von aws|aus aws|von amazon",
  "from azure": "von azure|von microsoft",
  "from gcp": "von gcp|von google|von google cloud",
  "from hetzner": "von hetzner",
  "from heroku": "von heroku",
  "from eks": "von eks",
  "from gke": "von gke",
  "from aks": "von aks",
  "from digitalocean": "von digitalocean|von digital ocean",
  "is not an option":
    "nein danke|lieber nicht|kommt nicht in frage|kommen nicht in frage|scheidet aus|fällt raus|ist raus|ist keine option|sind keine option|wollen wir nicht|will ich nicht|ist tabu|fällt weg|geht nicht|kommt nicht infrage|möchten wir nicht|ist ausgeschlossen",
  not: "auf keinen fall|bloß nicht|keinesfalls|bitte nicht|nicht auf|nicht bei|nicht zu",
  "anything but": "alles außer|alles nur nicht|egal was nur nicht|bloß kein|nur nicht",
  except: "außer|ausgenommen|ausser",
  "no cloud yet":
    "noch keine cloud|keine cloud bisher|noch bei keiner cloud|noch kein anbieter|noch keinen anbieter|keine cloud im einsatz|noch keinen cloud anbieter|bisher keine cloud|noch keinen provider|grüne wiese|auf der grünen wiese|fangen bei null an|starten bei null",
  "our own servers":
    "eigene server|eigenen servern|eigene hardware|eigener hardware|eigenes rechenzentrum|eigenen rechenzentrum|im keller|eigene rechner|im eigenen rechenzentrum",
  "on premise": "onpremise|vor ort|rechenzentrum",
  provider: "anbieter|anbietern|cloudanbieter|hoster",
  providers: "anbietern alle",
  region: "standort|serverstandort|rechenzentrumsstandort",
  "multi cloud": "mehrere clouds|mehreren clouds|mehrere anbieter|mehreren anbietern",
  "existing servers": "bestehende server|vorhandene server|altserver",
  "data stays": "nicht verlassen|nicht raus|eu nicht verlassen dürfen",
  "not aws": "aws auch nicht",
  "not azure": "azure auch nicht",
  "not google": "google auch nicht",
  "not gcp": "gcp auch nicht",
  "not hetzner": "hetzner auch nicht",
};

/** Cities and countries; what is spelt as in English needs no line. */
export const PLACES: Wording = {
  france: "frankreich",
  spain: "spanien",
  italy: "italien",
  switzerland: "schweiz|der schweiz|in die schweiz",
  austria: "österreich",
  netherlands: "niederlande|niederlanden|den niederlanden",
  belgium: "belgien",
  poland: "polen",
  "czech republic": "tschechien",
  ireland: "irland",
  "united kingdom": "großbritannien|vereinigtes königreich",
  sweden: "schweden",
  norway: "norwegen",
  finland: "finnland",
  denmark: "dänemark",
  europe: "europa|eu weit|europäische union",
  germany: "deutschland|dach raum|dach region",
  usa: "vereinigte staaten|den usa|der usa|in den usa|in die usa|amerika",
  "north america": "nordamerika",
  "south america": "südamerika",
  brazil: "brasilien",
  india: "indien",
  japan: "japan",
  "south korea": "südkorea",
  australia: "australien",
  singapore: "singapur",
  vienna: "wien",
  zurich: "zürich",
  geneva: "genf",
  warsaw: "warschau",
  prague: "prag",
  milan: "mailand",
  rome: "rom",
  brussels: "brüssel",
  lisbon: "lissabon",
  athens: "athen",
  copenhagen: "kopenhagen",
  moscow: "moskau",
  tokyo: "tokio",
  munich: "münchen",
  nuremberg: "nürnberg",
  cologne: "köln",
  "us east": "us ostküste|ostküste",
  "us west": "westküste|us westküste",
  "eu central": "mitteleuropa",
  "western europe": "westeuropa",
  "northern europe": "nordeuropa",
  asia: "asien",
};
