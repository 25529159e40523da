import type { Wording } from "../wording.ts";

/** What is run, on what, by whom. */
export const FACTS: Wording = {
  services: "dienste|diensten|services|serviceanwendungen|anwendungsdienste",
  service: "dienst",
  microservices: "microservices|mikroservices|mikrodienste|microdienste|microservice",
  applications: "anwendungen|applikationen|programme|anwendungs",
  application: "anwendung|applikation",
  websites: "webseiten|internetseiten|homepages",
  website: "webseite|internetseite|homepage|vereinsseite",
  "web app": "webanwendung|webapplikation|webapp",
  "web apps": "webanwendungen|webapplikationen|webapps",
  containers: "containern",
  apis: "schnittstellen",
  "replicas each":
    "replikas jeweils|instanzen pro dienst|instanzen pro service|kopien pro dienst|replikate pro dienst|replicas pro service|replikas pro dienst|instanzen je service|pods pro service|pods pro dienst|pods je service",
  replicas: "replikas|replikate|kopien|replikationen",
  instances: "instanzen",
  instance: "instanz",
  nodes: "knoten|nodes|worker knoten|arbeitsknoten",
  machines: "maschinen|rechner|rechnern|kisten|kiste",
  machine: "maschine",
  servers: "server|servern|servers|vserver|rootserver|root server",
  "a server": "ein server|einen server|einem server|ein einzelner server|einen einzelnen server|einzelner server",
  clusters: "cluster|clustern|cluster n",
  "a cluster": "ein cluster|einen cluster|einem cluster|kubernetescluster",
  "load balancer": "lastverteiler|loadbalancer",
  "load balancers": "lastverteilern",
  cores: "kerne|kernen|cpu kerne|kern|vcpus",
  memory: "arbeitsspeicher|hauptspeicher|speicher ram",
  storage:
    "speicherplatz|speicher|festplatte|festplatten|plattenplatz|festplattenspeicher|persistenter speicher|datenspeicher|platte|storage platz",
  traffic: "datenverkehr|verkehr|ausgehender traffic|ausgehender datenverkehr|netzwerkverkehr|traffic raus",
  logs: "protokolle|logdaten",
  "of data": "an daten|daten",
  backups: "datensicherung|sicherungen|datensicherungen",
  // people
  people:
    "leute|leuten|personen|person|mitarbeiter|mitarbeitern|mann|köpfe|kollegen|kolleginnen|menschen|mitarbeitende|mann team|personen team|leute team",
  developers:
    "entwickler|entwicklern|entwicklerinnen|programmierer|programmierern|softwareentwickler|softwareentwicklern|entwickler innen|entwicklerteam",
  developer: "entwicklerin",
  engineers: "ingenieure|ingenieuren|techniker|ingenieurinnen",
  admins: "administratoren|systemadministratoren|sysadmins|admins",
  "team of": "team aus|team mit|team von|team besteht aus|mannschaft von|ein team aus|ein team von|ein team mit",
  "team of two": "zu zweit",
  "team of three": "zu dritt",
  "team of four": "zu viert",
  "team of five": "zu fünft",
  "team of six": "zu sechst",
  "team of seven": "zu siebt",
  "team of eight": "zu acht",
  team: "mannschaft|truppe",
  solo: "alleine|allein|einzelkämpfer|einzelentwickler|solo entwickler|ein mann betrieb|einmannbetrieb|ganz alleine|als einzelner|soloentwickler|one man show",
  "just me": "nur ich|bin nur ich|ich bin alleine|ich bin allein|ich alleine",
  "my colleague and i":
    "ein kollege und ich|mein kollege und ich|ein kumpel und ich|ein freund und ich|eine kollegin und ich|ich und ein kollege|ich und ein kumpel|ich und ein freund|mein mitgründer und ich",
  company: "firma|unternehmen|betrieb|konzern",
  startup: "start up|gründung",
  customers: "kunden|kundinnen",
  users: "nutzer|nutzern|benutzer|benutzern|anwender|anwendern|user|usern|besucher|besuchern",
  // experience
  "no kubernetes experience":
    "kubernetes erfahrung haben wir keine|kubernetes erfahrung habe ich keine|erfahrung mit kubernetes haben wir keine|erfahrung mit kubernetes habe ich keine|erfahrung mit kubernetes keine|kubernetes kenntnisse haben wir keine|kubernetes erfahrung ist keine da|kubernetes erfahrung fehlt|kubernetes erfahrung fehlt uns|kubernetes erfahrung keine|k8s erfahrung keine|k8s erfahrung haben wir keine|kubernetes erfahrung gleich null|kubernetes kenntnisse fehlen|keine ahnung von kubernetes|keinen plan von kubernetes|keine kubernetes erfahrung|keinerlei kubernetes erfahrung|keine ahnung von k8s|keinen plan von k8s|null ahnung von kubernetes|kubernetes kenntnisse keine|null plan von kubernetes|von kubernetes keine ahnung|von k8s keine ahnung|kubernetes unerfahren|kennen kubernetes nicht|kennen kubernetes noch nicht|kennt kubernetes|keiner kennt kubernetes|niemand kennt kubernetes|kenne kubernetes nicht|niemand hat kubernetes erfahrung|keiner hat kubernetes erfahrung|niemand kennt sich mit kubernetes aus|keiner kennt sich mit kubernetes aus|keine berührungspunkte mit kubernetes|noch nichts mit kubernetes gemacht|noch nie was mit kubernetes gemacht",
  "new to": "neu in|neu bei|neuling in|neulinge in|neulinge bei|neu im thema|neueinsteiger in|einsteiger in",
  "new to kubernetes":
    "kubernetes neulinge|kubernetes neuling|k8s neulinge|neu in der kubernetes welt|kubernetes ist neuland|kubernetes ist neu für uns|kubernetes ist für uns neu|kubernetes ist für uns neuland|noch nie kubernetes|nie kubernetes|noch nie k8s|nie k8s|kubernetes noch nie benutzt|kubernetes noch nie genutzt|kubernetes noch nie verwendet|kubernetes noch nie angefasst|kubernetes noch nie eingesetzt|kubernetes nie benutzt|kubernetes nie genutzt|k8s noch nie benutzt|k8s noch nie angefasst|noch nie mit kubernetes gearbeitet|nie mit kubernetes gearbeitet|nicht mit kubernetes gearbeitet|erstes mal kubernetes|kubernetes haben wir noch nie benutzt|kubernetes habe ich noch nie benutzt|noch nie mit kubernetes",
  beginner:
    "anfänger|einsteiger|blutiger anfänger|laie|laien|newbies|grundkenntnisse in kubernetes|kubernetes grundkenntnisse|kubernetes anfänger|kubernetes einsteiger|anfängerin",
  "basic knowledge of kubernetes":
    "ein bisschen kubernetes erfahrung|etwas kubernetes erfahrung|wenig kubernetes erfahrung|kaum kubernetes erfahrung|etwas erfahrung mit kubernetes|wenig erfahrung mit kubernetes|kaum erfahrung mit kubernetes|ein wenig kubernetes|ein bisschen kubernetes|etwas kubernetes|schon mal mit kubernetes gespielt|mit kubernetes gespielt|grundlagen von kubernetes|erste erfahrungen mit kubernetes|erste kubernetes erfahrung|bisschen kubernetes",
  experience: "erfahrung|erfahrungen|kenntnisse|know how|vorkenntnisse|vorwissen|kenntnis|berufserfahrung",
  experienced: "erfahren|erfahrene|erfahrener|erfahrenes|routiniert",
  "kubernetes experts":
    "kubernetes profis|kubernetes experten|k8s profis|kubernetes experte|kubernetes profi|kubernetes cracks|sehr gute kubernetes kenntnisse|viel kubernetes erfahrung|viel erfahrung mit kubernetes|langjährige kubernetes erfahrung|kennen kubernetes in und auswendig|jahrelange kubernetes erfahrung|tiefes kubernetes wissen|jahrelange erfahrung mit kubernetes",
  experts: "experten|profis|cracks",
  expert: "experte|profi|expertin",
  "know kubernetes":
    "kennen uns mit kubernetes aus|kenne mich mit kubernetes aus|kennt sich mit kubernetes aus|mit kubernetes vertraut|können kubernetes|fit in kubernetes|fit mit kubernetes|kubernetes können wir|kubernetes erfahrung vorhanden|kubernetes erfahrung ist da|kubernetes erfahrung ist vorhanden|kennen kubernetes|kennen wir kubernetes|kubernetes kennen wir",
  "but not kubernetes":
    "mit kubernetes gar nicht|kubernetes gar nicht|mit kubernetes nicht|mit k8s gar nicht|aber mit kubernetes nicht|kubernetes dagegen nicht|aber nicht kubernetes|aber kein kubernetes|aber nicht mit kubernetes|aber nichts von kubernetes|aber kubernetes nicht",
  "no experience": "erfahrung haben wir keine|erfahrung habe ich keine|erfahrung fehlt",
  certified: "zertifizierte|zertifiziert|zertifizierten|zertifizierter",
  "one developer":
    "ein entwickler|einen entwickler|einem entwickler|eine entwicklerin|ein einziger entwickler|nur ein entwickler",
  "one admin": "ein admin|einen admin|ein administrator|ein einziger admin",
  "one engineer": "ein ingenieur|einen ingenieur",
};
