import type { FollowUp } from "../language/follow-up.ts";

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** How words in a card's thread open when they speak to the advisor, and what they must then be read as. Longer ones first. */
export const OPENINGS: readonly { words: readonly string[]; intents: readonly FollowUp["intent"][] }[] = [
  { words: ["what", "if"], intents: ["what-if", "why-not", "compare"] }, // "what if we moved to Azure" asks about Azure
  { words: ["what", "happens", "if"], intents: ["what-if"] },
  { words: ["what", "would", "change", "if"], intents: ["what-if"] },
  { words: ["why", "not"], intents: ["why-not"] },
  { words: ["break", "down"], intents: ["breakdown"] },
  { words: ["breakdown"], intents: ["breakdown"] },
  { words: ["compare"], intents: ["compare"] },
  { words: ["we", "decide"], intents: ["decide"] },
  { words: ["decide"], intents: ["decide"] },
  { words: ["i", "vote"], intents: ["vote"] },
  { words: ["my", "vote"], intents: ["vote"] },
  { words: ["vote"], intents: ["vote"] },
  { words: ["withdraw", "my", "vote"], intents: ["unvote"] },
  { words: ["undo"], intents: ["undo"] },
];

/** Words before an opening that change nothing. */
export const COURTESIES = wordSet("ok okay and so but then well hm hmm also please pls");

/**
 * Words that carry nothing of their own beside what was understood. All others count as not understood: those of hearsay too,
 * "Bob says", "they want", "your".
 */
export const GLUE = wordSet(
  `a an the of for to in on at by from and or but if is are be it its this that we us our i my would could should can
  will have had has were was get got go goes went use used using run runs ran running need needed want wanted take
  took make made plan planned move moved switch switched pick picked choose chose set put add added try tried let
  lets rather only just also too then there now today instead maybe perhaps probably about around roughly exactly
  another more less fewer over grow grows grew cheap cheaper cheapest per month monthly year all both either with
  without as because since bc reason due please pls ok okay so well hm hmm better best first second third one two
  three winner runner up top last thing change answer cloud platform platforms step steps back vs versus goes`,
);

/** Words that mean every platform, some by their place, or the bill as it is. */
export const ALL = wordSet(
  "all everything platforms them it the bill costs winner runner up second third and please pls",
);

/** What an undo may be of. */
export const UNDOABLE = wordSet("that it this the last change changes step steps twice first start now please pls");

/** Words that wish for a change where no number says it. */
export const WISHES = wordSet("need want let lets should could make plan add try with without instead rather");

/** Openings that propose a change to whoever listens: "what about 5 nodes". */
export const SUGGESTIONS: readonly (readonly string[])[] = [
  ["what", "about"],
  ["how", "about"],
  ["make", "it"],
];

/** Words that tell of what was: it is no wish for what shall be. */
export const PAST = wordSet(
  "had was were used been ran went took last ago yesterday earlier formerly previously former once when back",
);

/** Words, and signs as Slack names them, of whoever does not mean it. */
export const JOKES = wordSet(
  `lol lmao rofl haha hahaha hehe heh jk kidding joking joke yolo imagine omg wtf xd 😂 🤣 😆 😅 🙃 😉 😜 😝 😁 😄
  :joy: :rofl: :laughing: :sweat_smile: :upside_down_face: :wink: :stuck_out_tongue: :grin: :smile:`,
);
