import type { Wording } from "../wording.ts";

/** Purposes, features, priorities, availability, and how clouds stand. */
export const WISHES: Wording = {
  // purposes
  "learn kubernetes":
    "apprendre kubernetes|apprendre k8s|me former à kubernetes|se former à kubernetes|monter en compétence sur kubernetes|découvrir kubernetes|apprentissage de kubernetes",
  "to learn":
    "apprendre|pour apprendre|apprentissage|m'entraîner|se former|me former|bac à sable|formation|tester|à des fins d'apprentissage",
  "university project":
    "projet étudiant|projet de fin d'études|projet universitaire|projet d'école|mémoire de master|projet scolaire",
  demo: "démo|démonstration|présentation",
  "proof of concept": "preuve de concept|maquette",
  prototype: "proto",
  "side project":
    "projet perso|projet personnel|projets persos|projet perso|side project|projet de loisir|passe temps|projet du dimanche|projet annexe|à titre perso|site associatif|projet hobby",
  production: "production|en prod|mise en production|environnement de production|prod",
  "internal tool":
    "outil interne|outils internes|application interne|applications internes|appli interne|usage interne|en interne|applis internes|outil métier|plateforme interne",
  enterprise: "grand groupe|grande entreprise|grand compte|administration|cac 40|banque|assurance|multinationale",
  "online shop": "boutique en ligne|site e commerce|site marchand|e commerce|ecommerce",
  "paying customers": "clients payants",
  // features
  gpu: "carte graphique|carte gpu",
  gpus: "cartes graphiques|cartes gpu|gpus",
  autoscaling:
    "mise à l'échelle automatique|mise à l'échelle auto|autoscaling|scaling automatique|passage à l'échelle automatique|montée en charge automatique|auto scaling|pics de charge|monter en charge automatiquement",
  "high availability": "haute disponibilité|haute dispo|tolérance aux pannes|redondance|redondant|hautement disponible",
  "multiple zones":
    "plusieurs zones|multi zones|multizone|plusieurs zones de disponibilité|trois zones|perte d'une zone",
  "multiple regions": "plusieurs régions|multi régions|deux régions",
  gdpr: "rgpd|conforme rgpd|conformité rgpd",
  "data must stay":
    "données doivent rester|données doivent être hébergées|données hébergées|les données restent|données restent|données doivent être stockées|données en|données ne doivent pas sortir|données ne doivent pas quitter|hébergement des données|données stockées|garder les données|localisation des données",
  "european provider":
    "fournisseur européen|fournisseurs européens|cloud européen|hébergeur européen|hébergeurs européens|hébergeur français|fournisseur français|cloud français|prestataire européen|acteur européen|acteurs européens|clouds européens|pas de fournisseur américain|pas d'américains|pas de cloud américain|aucun fournisseur américain|pas d'hébergeur américain|pas de fournisseurs américains|pas d'acteur américain|pas de gafam|sans fournisseur américain|éviter les américains|éviter les fournisseurs américains|hors cloud act|non américain|pas américain",
  sovereignty: "souveraineté|souverain|cloud souverain|souveraineté numérique|souveraine",
  "managed database":
    "base de données managée|base managée|bases managées|bases de données managées|base de données gérée|base de données hébergée|bdd managée|postgres managé|base de données as a service|db managée",
  "database in the cluster": "base de données dans le cluster|base dans le cluster|bdd dans le cluster",
  "in the cluster": "dans le cluster|au sein du cluster",
  database: "base de données|bdd|bases de données",
  "batch jobs":
    "traitements par lots|traitements batch|jobs batch|traitements de nuit|traitements nocturnes|tâches planifiées|jobs de nuit",
  "lots of traffic": "beaucoup de trafic|gros trafic|énormément de trafic|trafic important|fort trafic",
  "video streaming": "streaming vidéo|diffusion vidéo|vidéo à la demande",
  "is not needed":
    "n'est pas nécessaire|pas nécessaire|n'est pas requis|on n'en a pas besoin|inutile|pas la peine|ne sont pas nécessaires|pas indispensable",
  "patient data": "données de santé|données patients|hds",
  "credit card data": "données bancaires|données de carte|données de cartes bancaires",
  // priorities
  cheapest:
    "le moins cher|le moins cher possible|la moins chère|les moins chers|pas cher|pas chère|au meilleur prix|le plus économique|économique|bon marché|au plus bas coût|réduire les coûts|réduire la facture|baisser la facture|faire des économies|petit budget|budget serré|économiser|coût minimal|coût le plus bas|moindre coût|minimiser les coûts|le prix avant tout|budget limité|moins cher possible",
  "full control":
    "contrôle total|contrôle complet|maîtrise totale|garder le contrôle|plus de contrôle|maximum de contrôle|garder la main|maîtrise complète",
  "no vendor lock in":
    "pas de vendor lock in|éviter le vendor lock in|sans dépendance|pas d'enfermement|éviter l'enfermement|indépendance",
  "low maintenance":
    "moins de maintenance possible|le moins de maintenance possible|peu de maintenance|minimum de maintenance|maintenance minimale|simple à gérer|simple à exploiter|facile à gérer|le plus simple possible|plus simple possible|sans prise de tête|clé en main|le moins d'ops possible|peu d'administration|pas envie de gérer|simplicité|entièrement managé|tout managé|zéro maintenance|simple à maintenir|facile à maintenir|le moins de boulot possible|le moins d'effort possible|facilité d'exploitation|sans maintenance",
  "no devops":
    "pas d'équipe ops|pas d'ops|pas de devops|pas d'équipe devops|aucun ops|personne pour l'infra|pas d'admin sys|pas d'adminsys|sans équipe ops|pas de sysadmin|sans devops|pas d'équipe infra",
  // availability
  availability: "disponibilité|dispo|disponible|disponibles",
  uptime: "temps de fonctionnement",
  downtime:
    "indisponibilité|panne|pannes|coupure|coupures|temps d'arrêt|interruption|arrêt de service|interruption de service",
  "no uptime target":
    "peut tomber|pas grave si ça tombe|la disponibilité importe peu|peu importe la disponibilité|peut être en panne|une panne n'est pas grave|les pannes ne sont pas graves",
  "three nines": "trois neuf|trois neufs",
  "four nines": "quatre neuf|quatre neufs",
  // how clouds stand
  "we are on":
    "on est sur|on est chez|nous sommes sur|nous sommes chez|on est déjà sur|on est déjà chez|on est actuellement sur|on est actuellement chez|nous sommes actuellement sur|on tourne sur|on tourne chez|tout est sur|tout est chez|on est hébergé chez|on est hébergés chez|nous sommes hébergés chez|nous sommes déjà sur|je suis sur|je suis chez|on est clients|on est client|nous sommes clients",
  "away from": "partir de|sortir de|sortir d'|loin de|partir d'",
  leaving: "quitte|quittons|on quitte|nous quittons|quitter",
  "from aws": "d'aws|depuis aws|d'amazon",
  "from azure": "d'azure|depuis azure",
  "from gcp": "de gcp|depuis gcp|depuis google|de google cloud|depuis google cloud",
  "from heroku": "d'heroku|depuis heroku|de heroku",
  "from digitalocean": "de digitalocean|depuis digitalocean",
  "is not an option":
    "non merci|est exclu|est exclue|sont exclus|hors de question|est hors de question|n'est pas une option|on n'en veut pas|ne convient pas|pas question|est interdit|est proscrit|on oublie|on ne veut pas",
  not: "surtout pas|pas sur|pas chez|sauf pas|hors de question d'aller sur",
  "anything but": "tout sauf|n'importe quoi sauf|n'importe qui sauf|n'importe lequel sauf|tout sauf chez",
  except: "sauf|excepté|hormis|à part|en dehors de|hors",
  "no cloud yet":
    "pas encore de cloud|aucun cloud pour l'instant|pas de cloud pour l'instant|pas encore de fournisseur|aucun fournisseur pour l'instant|on part de zéro|on démarre de zéro|partons de zéro|aucun cloud|pas encore de cloud provider|aucun fournisseur cloud",
  "our own servers":
    "nos propres serveurs|serveurs à nous|nos serveurs|salle serveur|notre datacenter|propre datacenter|notre salle machine|nos propres machines",
  "on premise": "sur site|en local|on prem|dans nos locaux",
  provider: "fournisseur|hébergeur|prestataire",
  providers: "fournisseurs|hébergeurs|prestataires",
  region: "région|localisation",
  "multi cloud": "plusieurs clouds|plusieurs fournisseurs|multi cloud",
  "existing servers": "serveurs existants",
  "not aws": "aws non plus",
  "not azure": "azure non plus",
  "not google": "google non plus",
  "not gcp": "gcp non plus",
  "not hetzner": "hetzner non plus",
  "on spot instances": "en instances spot|sur des instances spot|en spot|d'instances spot|sur du spot|en instance spot",
  "migrate from":
    "on passe de|on passe d'|passer de|passer d'|nous passons de|nous passons d'|on migre de|on migre d'|migrer de|migrer d'|on migre depuis|migrer depuis|migration depuis|migration de|migration d'|passage de|passage d'|on change de|quitter",
  "bare metal": "serveurs physiques|serveur physique|machines physiques",
};

/** Cities and countries; what is spelt as in English needs no line. */
export const PLACES: Wording = {
  germany: "allemagne",
  spain: "espagne",
  italy: "italie",
  switzerland: "suisse",
  austria: "autriche",
  netherlands: "pays bas|hollande",
  belgium: "belgique",
  poland: "pologne",
  portugal: "portugal",
  "czech republic": "tchéquie|république tchèque",
  ireland: "irlande",
  "united kingdom": "royaume uni|angleterre|grande bretagne",
  scotland: "écosse",
  sweden: "suède",
  norway: "norvège",
  finland: "finlande",
  denmark: "danemark",
  europe: "union européenne|ue",
  usa: "états unis|etats unis|amérique",
  "north america": "amérique du nord",
  "south america": "amérique du sud",
  brazil: "brésil",
  india: "inde",
  japan: "japon",
  "south korea": "corée du sud|corée",
  australia: "australie",
  singapore: "singapour",
  frankfurt: "francfort",
  london: "londres",
  dublin: "dublin",
  vienna: "vienne",
  geneva: "genève",
  warsaw: "varsovie",
  rome: "rome",
  brussels: "bruxelles",
  lisbon: "lisbonne",
  barcelona: "barcelone",
  athens: "athènes",
  copenhagen: "copenhague",
  munich: "munich",
  montreal: "montréal",
  quebec: "québec",
  tokyo: "tokyo",
  "us east": "côte est|est des états unis",
  "us west": "côte ouest|ouest des états unis",
  "western europe": "europe de l'ouest",
  "northern europe": "europe du nord",
  asia: "asie",
};
