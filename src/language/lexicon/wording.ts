/**
 * What a language says, by the English words that the rules read: "developers": "entwickler|entwicklern". "|" parts the ways
 * of saying it. What stands under "" says nothing of its own and is left out.
 */
export type Wording = Readonly<Record<string, string>>;
