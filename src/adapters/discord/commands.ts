import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import { SHOWN } from "../../app/verbs/commands.ts";

export const ADVISE = "k8s-advise";
export const PRICE = "k8s-price";

const LOCALES = ["en-US", "de", "es-ES", "fr", "ja"] as const;
type Words = readonly [string, string, string, string, string]; // in the order of LOCALES

const localized = (words: Words): LocalizationMap =>
  Object.fromEntries(LOCALES.map((locale, at) => [locale, words[at] ?? words[0]]));

/** A name and a description: English, and the same in the other languages. */
const named = (name: string, names: Words, descriptions: Words) => ({
  name,
  name_localizations: localized(names),
  description: descriptions[0],
  description_localizations: localized(descriptions),
});

const same = (name: string): Words => [name, name, name, name, name];

/** What `show` offers, in each language. */
const SHOWN_NAMES: Readonly<Record<(typeof SHOWN)[number], Words>> = {
  help: ["help", "Hilfe", "ayuda", "aide", "ヘルプ"],
  history: ["history", "Verlauf", "historial", "historique", "履歴"],
  decisions: ["decisions", "Entscheidungen", "decisiones", "décisions", "決定"],
  settings: ["settings", "Einstellungen", "ajustes", "réglages", "設定"],
  "settings channel": [
    "channel settings",
    "Kanaleinstellungen",
    "ajustes del canal",
    "réglages du salon",
    "チャンネルの設定",
  ],
};

const advise = {
  ...named(ADVISE, same(ADVISE), [
    "Where should we run Kubernetes? Opens the form; or ask in your own words.",
    "Wo sollen wir Kubernetes betreiben? Öffnet das Formular; oder frag in eigenen Worten.",
    "¿Dónde ejecutamos Kubernetes? Abre el formulario; o pregunta con tus palabras.",
    "Où faire tourner Kubernetes ? Ouvre le formulaire ; ou demandez avec vos mots.",
    "Kubernetes をどこで動かすべきか。フォームを開くか、自分の言葉で質問できます。",
  ]),
  options: [
    {
      ...named(
        "question",
        ["question", "frage", "pregunta", "question", "質問"],
        [
          "In your own words: 40 services, 5 engineers, on AWS, 99.95 %, Frankfurt",
          "In eigenen Worten: 40 Services, 5 Leute, auf AWS, 99,95 %, Frankfurt",
          "Con tus palabras: 40 servicios, 5 ingenieros, en AWS, 99,95 %, Fráncfort",
          "Avec vos mots : 40 services, 5 ingénieurs, sur AWS, 99,95 %, Francfort",
          "自分の言葉で：40 サービス、エンジニア 5 人、AWS、99.95 %、フランクフルト",
        ],
      ),
      type: ApplicationCommandOptionType.String as const,
      max_length: 2_000,
    },
    {
      ...named(
        "compare",
        ["compare", "vergleiche", "comparar", "comparer", "比較"],
        [
          "Platforms side by side: doks eks gke-autopilot",
          "Plattformen nebeneinander: doks eks gke-autopilot",
          "Plataformas lado a lado: doks eks gke-autopilot",
          "Plateformes côte à côte : doks eks gke-autopilot",
          "プラットフォームを並べて比較：doks eks gke-autopilot",
        ],
      ),
      type: ApplicationCommandOptionType.String as const,
      max_length: 300,
    },
    {
      ...named(
        "explain",
        ["explain", "erkläre", "explicar", "expliquer", "説明"],
        [
          "A topic in short: triangle, managed, allocatable, egress, sla, docker-desktop",
          "Ein Thema in Kürze: triangle, managed, allocatable, egress, sla, docker-desktop",
          "Un tema en breve: triangle, managed, allocatable, egress, sla, docker-desktop",
          "Un sujet en bref : triangle, managed, allocatable, egress, sla, docker-desktop",
          "用語を短く説明：triangle、managed、allocatable、egress、sla、docker-desktop",
        ],
      ),
      type: ApplicationCommandOptionType.String as const,
      max_length: 100,
    },
    {
      ...named(
        "show",
        ["show", "zeige", "mostrar", "afficher", "表示"],
        [
          "Your earlier answers, the team's decisions and settings, or help",
          "Deine früheren Antworten, Entscheidungen und Einstellungen des Teams oder Hilfe",
          "Tus respuestas anteriores, decisiones y ajustes del equipo, o ayuda",
          "Vos réponses passées, décisions et réglages de l'équipe, ou l'aide",
          "過去の回答、チームの決定と設定、ヘルプ",
        ],
      ),
      type: ApplicationCommandOptionType.String as const,
      choices: SHOWN.map((name) => choice(name, SHOWN_NAMES[name])),
    },
  ],
};

const price = {
  ...named(PRICE, same(PRICE), [
    "What does it cost? Machines, shapes, services, pods, with source and date.",
    "Was kostet das? Maschinen, Größen, Dienste, Pods, mit Quelle und Datum.",
    "¿Cuánto cuesta? Máquinas, tamaños, servicios y pods, con fuente y fecha.",
    "Combien ça coûte ? Machines, tailles, services, pods, avec source et date.",
    "いくらかかるか。マシン、サイズ、サービス、Pod を出典と日付つきで。",
  ]),
  options: [
    {
      ...named(
        "query",
        ["query", "suche", "consulta", "recherche", "検索"],
        same("t3.medium x3 frankfurt · 4 vcpu 16 gb · egress 5 tb gcp · autopilot 0.5 cpu 2 gb x4"),
      ),
      type: ApplicationCommandOptionType.String as const,
      required: true,
      autocomplete: true as const,
      max_length: 300,
    },
  ],
};

const MESSAGE_NAMES: Words = [
  "Ask the advisor",
  "Berater fragen",
  "Preguntar al asesor",
  "Demander au conseiller",
  "アドバイザーに聞く",
];

function choice(value: string, names: Words) {
  return { name: names[0], name_localizations: localized(names), value };
}

const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};

const COMMANDS: RESTPostAPIApplicationCommandsJSONBody[] = [
  { type: ApplicationCommandType.ChatInput, ...advise },
  { type: ApplicationCommandType.ChatInput, ...price },
  { type: ApplicationCommandType.Message, name: MESSAGE_NAMES[0], name_localizations: localized(MESSAGE_NAMES) },
];

/** The commands to register: global ones work in servers, direct messages and for people who installed the app. */
export const commands = (scope: "global" | "guild"): RESTPostAPIApplicationCommandsJSONBody[] =>
  scope === "guild" ? COMMANDS : COMMANDS.map((command) => ({ ...command, ...EVERYWHERE }));
