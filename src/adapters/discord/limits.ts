// Messages: https://docs.discord.com/developers/components/reference
export const MAX_COMPONENTS = 40; // in a message, nested ones too
export const MAX_TEXT = 4_000; // characters over all text displays of a message
export const MAX_ROW_BUTTONS = 5;
export const MAX_SELECT_OPTIONS = 25;
export const MAX_ALT_TEXT = 1_024;
export const MAX_BUTTON_LABEL = 80;
export const MAX_PLACEHOLDER = 150; // of a select menu
export const MAX_OPTION_TEXT = 100; // an option's label, value and description
export const MAX_CUSTOM_ID = 100;

// https://docs.discord.com/developers/reference#uploading-files
export const MAX_FILE_BYTES = 10 * 1_048_576; // without a server's boosts

// Modals: https://docs.discord.com/developers/components/reference#label
export const MAX_MODAL_TITLE = 45;
export const MAX_MODAL_COMPONENTS = 5; // https://docs.discord.com/developers/interactions/receiving-and-responding
export const MAX_LABEL = 45;
export const MAX_LABEL_DESCRIPTION = 100;
export const MAX_INPUT = 4_000;
export const MAX_INPUT_PLACEHOLDER = 100;
export const MIN_RADIO_OPTIONS = 2;
export const MAX_TICK_OPTIONS = 10; // of a radio group or a checkbox group

// Commands: https://docs.discord.com/developers/interactions/application-commands
export const MAX_CHOICES = 25;
export const MAX_CHOICE_TEXT = 100;

// Threads: https://docs.discord.com/developers/resources/channel#start-thread-from-message
export const MAX_THREAD_NAME = 100;
export const THREAD_ARCHIVE_MINUTES = 10_080; // a week without a word

// Interactions: https://docs.discord.com/developers/interactions/receiving-and-responding
export const DEFER_AFTER_MS = 1_500; // of the 3 seconds a first response may take
export const TOKEN_MS = 15 * 60_000; // an interaction's token lives so long
export const FORM_DEADLINE_MS = 2_300; // a form cannot follow a deferral, so it may come later than that

// https://docs.discord.com/developers/resources/message#create-message
export const NONCE_MS = 2 * 60_000; // Discord remembers a nonce for "the past few minutes"
