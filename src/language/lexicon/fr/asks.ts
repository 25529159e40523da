import type { Wording } from "../wording.ts";

/** What is asked for, and what is said of an answer. */
export const ASKS: Wording = {
  "what if":
    "et si|que se passe t il si|qu'est ce qui change si|ça change quoi si|supposons que|imaginons que|admettons que|supposons|imaginons|disons que|et si on passe à|ça donne quoi si|ça donne quoi avec",
  "why not":
    "pourquoi pas|pourquoi ne pas|pourquoi non|pourquoi pas de|qu'est ce que tu reproches à|quel est le problème avec|qu'est ce qui ne va pas avec|c'est quoi le problème avec|quel est le souci avec",
  "why is": "pourquoi est ce que|pourquoi est",
  "what about":
    "qu'en est il de|qu'en est il d'|et pour|quid de|quid d'|que penses tu de|que pensez vous de|et avec|qu'en est il du|et du côté de|tu penses quoi de|vous pensez quoi de",
  compare: "comparer|compare|comparez|comparaison|compare moi|comparatif|comparaison entre|compares",
  "difference between": "différence entre|quelle est la différence entre|quelle différence entre",
  versus: "contre|face à|par rapport à|comparé à",
  "break down":
    "détaille|détailler|détaille moi|détail|le détail de|détail de|détail d'|le détail d'|détails de|détail des coûts|montre moi la facture|montre la facture|le détail des coûts|ventile|ventilation|montre le détail|décompose|ligne par ligne|le détail de la facture",
  "we decided on":
    "on prend|on part sur|on choisit|nous choisissons|on va prendre|on a choisi|nous avons choisi|décision|on se décide pour|on opte pour|nous optons pour|on valide|c'est décidé|va pour|on va partir sur|nous partons sur|je choisis",
  "i vote for": "je vote pour|je vote|mon vote va à|mon vote pour|je suis pour|moi je vote pour|mon vote",
  "withdraw my vote": "je retire mon vote|retire mon vote|annule mon vote|j'annule mon vote",
  "who voted": "qui a voté|qui a voté pour quoi|où en est le vote|montre les votes|qui a voté quoi",
  undo: "annule|annuler|reviens en arrière|retour|retour en arrière|annule ça|reviens|défais|reviens au début",
  help: "aide|aide moi|que sais tu faire|que peux tu faire|comment ça marche|qu'est ce que tu sais faire",
  "how much is":
    "combien coûte|combien coute|combien coûtent|combien coutent|ça coûte combien|c'est combien|quel est le prix de|quel est le prix d'|prix de|prix d'|combien ça coûte|quel prix pour|combien pour|le prix d'|le prix de|quel est le coût de|à combien revient|ça revient à combien",
  "what is":
    "c'est quoi|qu'est ce que|qu'est ce qu'|qu'est ce que c'est|qu'est ce qu'un|explique moi|explique|que veut dire|que signifie|définition de|qu'est ce qu'une|c'est quoi un|c'est quoi une",
  "instead of": "au lieu de|au lieu d'|plutôt que|à la place de|à la place d'",
  instead: "à la place|plutôt",
  "in half": "de moitié|par deux",
  "raise the budget by": "augmenter le budget de|augmente le budget de|budget augmenté de",
  add: "ajoute|ajouter|ajoutons|rajoute|rajouter",
  remove: "enlève|enlever|retire|retirer|supprime|supprimer",
  ignore: "ignore|oublie|ignorer|oublier",
  "make it": "mets|mettons|mettre à|passe à|passe le à|plutôt à",
  reason: "raison|motif",
  "the winner": "le gagnant|le premier",
  "the second": "le deuxième|le second",
  thanks: "merci|merci beaucoup|super merci",
  same: "la même chose|pareil|idem|le même",
};
