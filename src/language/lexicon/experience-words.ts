import type { Experience } from "../../core/question/choices.ts";
import { phraseTable } from "../text/phrases.ts";
import { wordSet } from "../text/text.ts";

export interface Level {
  level: Experience;
  /** What the opposite says: somebody "not new" knows it, somebody "not an expert" a little. */
  negated: Experience;
  /** "know" and "new to" say something only about what follows. */
  needsObject: boolean;
}

const levels = (level: Experience, negated: Experience, needsObject: boolean, phrases: string) =>
  phrases.split("|").map((phrase) => [phrase, { level, negated, needsObject }] as const);

/** Who is new to it has never run it: none. Who plays with it is a beginner. */
export const LEVELS = phraseTable<Level>([
  ...levels(
    "none",
    "intermediate",
    true,
    "new to|brand new to|completely new to|totally new to|unfamiliar with|know nothing about|no idea about|no clue about|first time with|first time using|none of them know|none of them knows|none of us know|none of us knows|nobody knows|no one knows|never used|never touched|never tried|never run|never ran|never worked with|have not touched|havent used|havent touched|havent tried|dont know|dont really know|do not know|does not know|no know|starting with|getting started with|not know|no clue of|no clue on|no idea of|never seen|never deployed to|never deployed on|has never deployed to|have never deployed to|never set up|never even seen|never managed|never operated|never installed|never dealt with|clueless about|clueless in|nobody here has ever touched|no one has ever touched|hardly know what",
  ),
  ...levels(
    "none",
    "intermediate",
    false,
    "k8s is new|kubernetes is new|k8s is new to us|kubernetes is new to us|kubernetes is new for us|new to it|newbie|newbies|noob|noobs|newcomer|newcomers|complete beginner|absolute beginner|total beginner|total noob|zero kubernetes|zero k8s|zero k8s know how|zero kubernetes know how|no k8s know how|no kubernetes know how|all greek to us|all greek to me|is all greek|k8s is a black box|kubernetes is a black box|a closed book to us|a closed book to me|is magic to us|docker but no kubernetes|docker yes kubernetes no|only used docker|only ever used docker|only know docker|only docker so far",
  ),
  ...levels(
    "beginner",
    "intermediate",
    true,
    "learning|still learning|tried|played with|playing with|dabbled in|dabbled with|started with|know a bit of|know a little|know some|know the basics of|did one tutorial on|did a tutorial on|did some tutorials on|read about|followed a tutorial on|know a bit|basic knowledge of",
  ),
  ...levels(
    "beginner",
    "intermediate",
    false,
    "beginner|beginners|beginner level|novice|novices|beginer|beginers|udemy course|took a course|watched some videos|watched a few videos|watched youtube videos|copy pasted my way|copy paste yaml|copy pasted a helm chart|can read a manifest|read a manifest|a bit rusty|bit rusty|still figuring it out|just started with it",
  ),
  ...levels(
    "intermediate",
    "none",
    true,
    "know|knows|familiar with|comfortable with|used|touched|worked with|we use|ran|good with|know how to use|understand|been running|have run|has run",
  ),
  ...levels(
    "intermediate",
    "beginner",
    false,
    "intermediate|intermediate level|k8s admin|k8s admins|kubernetes admin|kubernetes administrator|experienced|proficient|mid level|competent|on call for clusters|been on call for clusters|on call for kubernetes|looked after clusters|looked after a cluster|run clusters before|have run clusters|ran clusters before|used kubernetes before|used k8s before|used it at a previous job|used it in a previous job|know our way around it|know our way around kubernetes|know our way around k8s",
  ),
  ...levels(
    "expert",
    "beginner",
    false,
    "expert|experts|expert level|senior kubernetes|senior k8s|very experienced|highly experienced|really experienced|veteran|veterans|guru|gurus|advanced|passed the cka|have the cka|got the cka|hold a cka|cka holder|cka holders|cka certified|ckad certified|cks certified|have a cka|have cka|kubernetes certified|certified|kubestronaut|seasoned|kubernetes pro|kubernetes pros|k8s pro|k8s pros|hold cka|hold cks|hold the cka|hold ckas|hold cka and cks|cka and cks|have cka and cks|passed the cks|cks holder|give kubernetes trainings|give kubernetes training|give k8s trainings|teach kubernetes|teach k8s|kubernetes trainer|kubernetes trainers|k8s trainer|wrote an operator|wrote operators|wrote two operators|wrote our own operator|write our own operators|write operators|wrote our own operators|built our own operator|contribute to kubernetes|contribute to a cni plugin|contributor to kubernetes|kubernetes contributor|kubernetes contributors|kubernetes maintainer|maintain a cni plugin|maintainers of a cni plugin",
  ),
]);

export const KUBERNETES = wordSet("kubernetes k8s kube k3s kubernetess orchestration containers minikube");
export const EXPERIENCE_NOUNS = wordSet("experience knowledge expertise skills skill know-how knowhow exp");
export const LINKS = wordSet("in with at of to about on using for running");
export const LITTLE = wordSet("little limited basic minimal some bit small much lot");
export const MUCH = wordSet("deep solid strong extensive lots great vast serious expert lot tons plenty");
export const NONE = wordSet("no zero without lack lacking any never");
export const NOBODY = wordSet("nobody none neither noone");
/** What may stand between "no" and "experience" without making it experience of something else. */
export const PLAIN = wordSet(
  "no real prior practical hands on technical much any ops devops infrastructure of a bit cloud production little",
);

/** What people call a level behind "experience:". */
export const LABELLED_LEVELS: Readonly<Record<Experience, readonly string[]>> = {
  none: ["none", "zero", "no", "nil", "nothing", "0", "non existent", "nonexistent", "not at all", "nada"],
  beginner: [
    ..."low little basic minimal limited junior small poor rusty meh shallow weak starter newbie beginner beginners".split(
      " ",
    ),
    "some tutorials",
    "one tutorial",
    "a tutorial",
    "one course",
    "a course",
    "one udemy course",
    "a udemy course",
    "one guy did a udemy course",
    "one guy did a course",
    "so so",
    "very little",
    "very low",
    "a bit",
    "a little",
  ],
  intermediate: [
    "medium",
    "intermediate",
    "ok",
    "okay",
    "decent",
    "fair",
    "average",
    "moderate",
    "some",
    "middling",
    "good",
  ],
  expert: [
    "high",
    "expert",
    "advanced",
    "strong",
    "very good",
    "excellent",
    "extensive",
    "deep",
    "very high",
    "senior",
  ],
};
