/** Ten people in a workspace; those who may record decisions. */
export const PEOPLE = ["ada", "ben", "cem", "dana", "eli", "fay", "gus", "hana", "ivo", "jo"] as const;
export type Name = (typeof PEOPLE)[number];
export const ADMINS: readonly Name[] = ["ada", "ben"];

/** Files that break readers: one that holds itself, one of quotes alone, one that is no text. */
export const BROKEN_FILES = {
  "loop.yaml": Buffer.from("kind: List\nitems: &a\n  - kind: List\n    items: *a\n"),
  "quotes.yaml": Buffer.from('"'.repeat(100_000)),
  "photo.jpg": Buffer.from([0xff, 0xd8, 0xff, 0x00]),
} as const;

/** What somebody writes in the card's thread, and what comes of it. */
export interface Line {
  minute: number; // since the card was shared
  who: Name;
  says: string;
  mentions: boolean; // the bot, by name
  file: keyof typeof BROKEN_FILES | null;
  meets: "nothing" | "answer" | "refusal" | "offer";
}

const line = (minute: number, who: Name, says: string, meets: Line["meets"], change: Partial<Line> = {}): Line => ({
  minute,
  who,
  says,
  meets,
  mentions: false,
  file: null,
  ...change,
});
const BY_NAME = { mentions: true };

/** An hour in which they chat, argue, attach broken files, vote, and decide five times. */
export const HOUR: readonly Line[] = [
  line(1, "ben", "nice, cheaper than I thought", "nothing"),
  line(1, "cem", "is it though", "nothing"),
  line(2, "dana", "in my last job we had 40 services", "nothing"),
  line(2, "eli", "and 3 clusters, and nobody slept", "nothing"),
  line(3, "fay", "why not EKS", "answer"),
  line(4, "gus", "because Jeff has enough money", "nothing"),
  line(4, "hana", "lol", "nothing"),
  line(5, "ivo", "we need 12 services", "offer"),
  line(5, "jo", "who says that?", "nothing"),
  line(6, "ivo", "Bob says we need 12 services", "nothing"),
  line(6, "ada", "what if we had 12 services?", "answer"),
  line(7, "ben", "here is our manifest", "nothing", { file: "loop.yaml" }),
  line(7, "cem", "what if the budget is 100", "nothing", { file: "quotes.yaml" }), // about the file, as far as anybody knows
  line(8, "dana", "", "nothing", { file: "photo.jpg" }),
  line(9, "eli", "what if the budget is 500", "answer", { ...BY_NAME, file: "loop.yaml" }),
  line(10, "fay", "vote eks", "answer"),
  line(10, "gus", "vote doks", "answer"),
  line(11, "hana", "I vote doks", "answer"),
  line(11, "ivo", "my vote is pizza", "nothing"),
  line(12, "fay", "vote doks", "answer"), // changed her mind
  line(12, "jo", "+1", "nothing"),
  line(14, "ada", "decide doks because it is the cheapest", "answer"),
  line(15, "ben", "hm, I know EKS by heart", "nothing"),
  line(15, "dana", "vote eks", "refusal"), // the vote is closed
  line(16, "cem", "decide aks because I like it", "refusal"), // who is no admin
  line(17, "cem", "then decide yourselves", "nothing"),
  line(20, "ben", "decide eks because we know it", "answer"),
  line(21, "ada", "really? it costs 73 just for the control plane", "nothing"),
  line(22, "eli", "aws is down again lol", "nothing"),
  line(23, "fay", "let us ask the Frankfurt office tomorrow", "nothing"),
  line(24, "gus", "they run 200 nodes", "nothing"),
  line(26, "hana", "with a GPU", "offer"),
  line(27, "hana", "with a GPU", "answer", BY_NAME),
  line(28, "ivo", "undo", "answer"),
  line(30, "ada", "decide doks because it is the cheapest", "answer"),
  line(31, "ben", "decide later", "nothing"),
  line(35, "jo", "5 minutes to lunch", "nothing"),
  line(36, "jo", "we should grab lunch", "nothing"),
  line(38, "ben", "decide aks because of the discount", "answer", BY_NAME),
  line(40, "cem", "compare notes after lunch?", "nothing"),
  line(41, "dana", "compare eks and aks", "answer"),
  line(44, "eli", "explain egress", "answer"),
  line(45, "fay", "explain yourself", "nothing"),
  line(50, "gus", "blah blah", "refusal", BY_NAME),
  line(55, "ada", "decide doks because it is the cheapest", "answer"),
  line(57, "ben", "fine", "nothing"),
  line(58, "cem", "👍", "nothing"),
  line(59, "dana", "thanks everybody", "nothing"),
];
