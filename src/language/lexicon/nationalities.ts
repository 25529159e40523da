import type { Geography } from "../../core/question/choices.ts";
import { phrasesFor } from "../text/phrases.ts";

/** What is of a country, and where the nearest machines are: "Canadian soil". */
export const NATIONALITIES = phrasesFor<Geography>({
  "us-east": ["us american", "north american", "mexican"],
  "us-west": ["californian"],
  canada: ["canadian", "quebecois"],
  brazil: ["brazilian", "south american", "latin american"],
  uk: ["british", "english", "scottish", "welsh"],
  "eu-west": ["irish", "french", "dutch", "belgian", "spanish", "portuguese", "italian", "luxembourgish"],
  "eu-central": [
    "german",
    "austrian",
    "swiss",
    "polish",
    "czech",
    "hungarian",
    "romanian",
    "slovak",
    "greek",
    "european",
  ],
  "eu-north": [
    "swedish",
    "finnish",
    "norwegian",
    "danish",
    "nordic",
    "scandinavian",
    "estonian",
    "latvian",
    "icelandic",
  ],
  india: ["indian"],
  singapore: ["singaporean"],
  japan: ["japanese"],
  korea: ["korean", "south korean"],
  australia: ["australian", "aussie", "new zealand"],
});

/** Of these it says where they are; of a company or a colleague it says nothing. */
export const LOCAL_NOUNS =
  "servers|server|soil|ground|territory|users|customers|clients|players|visitors|market|hosting|hosters|hoster|data center|data centers|data centre|data centres|datacenter|datacenters|datacentre|datacentres|region|regions|audience|government|municipalities|citizens|patients|viewers|readers|shoppers|jurisdiction|location|locations|subscribers|residents|public sector|hospitals|schools|banks";
