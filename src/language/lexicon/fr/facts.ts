import type { Wording } from "../wording.ts";

/** What is run, on what, by whom. */
export const FACTS: Wording = {
  services: "prestations|services web",
  microservices: "micro services|microservices|µservices|micro service",
  applications: "applis|appli|applicatifs|briques|logiciels",
  "web app": "application web|appli web|webapp",
  "web apps": "applications web|applis web|webapps",
  website: "site web|site internet|site vitrine|site",
  websites: "sites web|sites internet|sites",
  containers: "conteneurs|containeurs",
  container: "conteneur",
  replicas: "réplicas|répliques|réplica|réplique|copies|exemplaires",
  "replicas each":
    "réplicas par service|réplicas chacun|réplicas chaque|pods par service|répliques chacun|instances par service",
  nodes: "nœuds|noeuds|nœud|noeud",
  machines: "bécanes|ordinateurs",
  servers: "serveurs|serveurs dédiés",
  server: "serveur",
  "a server": "un serveur|un seul serveur|un petit serveur",
  "a vps": "un vps",
  clusters: "grappes",
  "load balancer": "répartiteur de charge|équilibreur de charge|répartiteur",
  "load balancers": "répartiteurs de charge|équilibreurs de charge|load balancers|répartiteurs",
  cores: "cœurs|coeurs|cœur|coeur",
  memory: "de mémoire|de mémoire vive|mémoire|mémoire vive|ram",
  storage: "stockage|espace disque|espace de stockage|stockage persistant",
  disk: "disque|disques",
  traffic: "trafic|bande passante|trafic sortant|trafic réseau|traffic sortant",
  logs: "journaux",
  "of data": "de données",
  backups: "sauvegardes|sauvegarde",
  // people
  people: "personnes|gens|employés|collaborateurs|salariés|collègues|types|mecs|membres",
  person: "personne seule",
  developers: "développeurs|développeuses|devs|développeur|développeuse|programmeurs|informaticiens",
  engineers: "ingénieurs|ingénieur|ingénieures|ingés|ingé|techniciens|tech",
  admins: "administrateurs|admins sys|admin sys|adminsys|sysadmins|administrateurs système|ops",
  "team of": "équipe de|équipe d'|équipe composée de|une équipe de",
  "team of two": "à deux|on est deux|nous sommes deux",
  "team of three": "à trois|on est trois|nous sommes trois",
  "team of four": "à quatre|on est quatre|nous sommes quatre",
  "team of five": "à cinq|on est cinq|nous sommes cinq",
  team: "équipe|équipes",
  solo: "seul|seule|tout seul|toute seule|en solo|dev solo|développeur solo|en solitaire|indépendant|freelance",
  "my colleague and i":
    "un collègue et moi|mon associé et moi|moi et un collègue|un ami et moi|un pote et moi|moi et mon associé|mon cofondateur et moi|moi et un ami",
  company: "entreprise|société|boîte|boite|groupe|pme",
  startup: "start up|jeune pousse",
  founders: "fondateurs|associés|cofondateurs",
  customers: "clients|clientes",
  users: "utilisateurs|utilisatrices|visiteurs|visites",
  // experience
  "no kubernetes experience":
    "aucune expérience kubernetes|aucune expérience de kubernetes|aucune expérience sur kubernetes|aucune expérience en kubernetes|pas d'expérience kubernetes|pas d'expérience avec kubernetes|pas d'expérience sur kubernetes|sans expérience kubernetes|sans expérience de kubernetes|aucune connaissance de kubernetes|aucune connaissance en kubernetes|aucune compétence kubernetes|aucune compétence en kubernetes|ne connaît pas kubernetes|ne connait pas kubernetes|connaît rien à kubernetes|connait rien à kubernetes|y connaît rien en kubernetes|connais rien à kubernetes|connaissons pas kubernetes|connaissons rien à kubernetes|personne ne connaît kubernetes|personne ne connait kubernetes|pas de compétences kubernetes|pas de compétence kubernetes|zéro expérience kubernetes|zéro expérience k8s|jamais touché à kubernetes|jamais touché kubernetes|jamais fait de kubernetes|jamais utilisé kubernetes|jamais utilisé k8s|jamais touché à k8s|jamais fait de k8s|jamais pratiqué kubernetes|connais pas kubernetes|connaît pas kubernetes|connait pas kubernetes|aucune expérience k8s",
  "new to":
    "nouveau sur|nouveaux sur|débutants sur|débutant sur|débutants en|débutant en|débute sur|débute avec|débute en|découvre|découvrons|découvrent|novices en|novice en|on débute sur|on découvre|débutons sur|débutons avec",
  beginner: "débutant|débutants|débutante|novice|novices|niveau débutant",
  "basic knowledge of kubernetes":
    "un peu d'expérience kubernetes|un peu d'expérience avec kubernetes|un peu d'expérience sur kubernetes|quelques notions de kubernetes|notions de kubernetes|bases de kubernetes|les bases de kubernetes|un peu kubernetes|peu d'expérience kubernetes|peu d'expérience avec kubernetes|connaît un peu kubernetes|connait un peu kubernetes|joué avec kubernetes|testé kubernetes|bidouillé kubernetes|peu d'expérience sur kubernetes",
  experience: "expérience|expériences|compétence|compétences|connaissances|connaissance|savoir faire|bagage",
  experienced: "expérimentés|expérimenté|expérimentée|aguerris|chevronnés|confirmés|confirmé",
  "kubernetes experts":
    "experts kubernetes|experts en kubernetes|expert kubernetes|expert en kubernetes|experts k8s|maîtrise parfaitement kubernetes|grosse expérience kubernetes|beaucoup d'expérience kubernetes|beaucoup d'expérience avec kubernetes|solide expérience kubernetes|forte expérience kubernetes|longue expérience de kubernetes|très bonne maîtrise de kubernetes|experts de kubernetes|solide expérience de kubernetes|solide expérience sur kubernetes|bonne expérience de kubernetes|grande expérience de kubernetes",
  "know kubernetes":
    "maîtrise kubernetes|maîtrisons kubernetes|à l'aise avec kubernetes|à l'aise sur kubernetes|connaît kubernetes|connait kubernetes|connais kubernetes|connaissons kubernetes|connaît bien kubernetes|connait bien kubernetes|connais bien kubernetes|connaissons bien kubernetes",
  "but not kubernetes":
    "mais pas kubernetes|mais pas k8s|mais rien de kubernetes|mais rien à kubernetes|mais pas du tout kubernetes|pas kubernetes",
  "one developer": "un développeur|une développeuse|un seul développeur|un dev|un seul dev|un développeur seul",
  "one admin": "un admin|un seul admin|un administrateur|un sysadmin|un adminsys",
  "one engineer": "un ingénieur|un seul ingénieur|une ingénieure",
  "discord bot": "bot discord",
  certified: "certifiées|certifiés|certifié|certifiée",
  cpu: "de cpu",
  ram: "de ram",
};
