// What Slack takes, each number beside the page that says it. Where pages disagree the smaller one stands here.

// https://docs.slack.dev/block-kit/
export const MAX_BLOCKS_PER_MESSAGE = 50;
export const MAX_BLOCKS_PER_VIEW = 100;

// Not documented: `msg_blocks_too_long` was seen from about 11 300 characters over all blocks of a message, so we keep well
// below. https://github.com/slackapi/bolt-js/issues/2509
export const MAX_TEXT_PER_MESSAGE = 9_500;

// https://docs.slack.dev/reference/methods/chat.postMessage
export const MAX_FALLBACK_TEXT = 3_900;

// https://docs.slack.dev/reference/block-kit/blocks/header-block
export const MAX_HEADER_TEXT = 150;

// https://docs.slack.dev/reference/block-kit/composition-objects/text-object
export const MAX_TEXT = 3_000;

// https://docs.slack.dev/reference/block-kit/blocks/table-block
export const MAX_TABLES_PER_MESSAGE = 1;
export const MAX_TABLE_ROWS = 100;
export const MAX_TABLE_COLUMNS = 20;
export const MAX_TABLE_TEXT = 6_000; // Slack takes 10 000; the rest of the message needs room too

// https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
export const MAX_CHARTS_PER_MESSAGE = 2;
export const MAX_CHART_TITLE = 50;
export const MAX_CHART_SERIES = 6;
export const MAX_CHART_POINTS = 20;
export const MAX_CHART_NAME = 20;
export const MAX_CHART_AXIS_LABEL = 50;

// https://docs.slack.dev/reference/block-kit/blocks/container-block
export const MAX_CONTAINER_CHILDREN = 10;
export const MAX_CONTAINER_TITLE = 150;
export const MAX_CONTAINER_TEXT = 6_500; // of what a message takes, so that its title and buttons stand with it

// https://docs.slack.dev/reference/block-kit/block-elements/overflow-menu-element
export const MAX_OVERFLOW_OPTIONS = 5;

// https://docs.slack.dev/reference/block-kit/blocks/actions-block
export const MAX_ACTIONS_PER_BLOCK = 25;

// https://docs.slack.dev/reference/block-kit/block-elements/button-element
export const MAX_BUTTON_TEXT = 75;

// https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element
export const MAX_OPTIONS = 100;
export const MAX_OPTION_TEXT = 75;
export const MAX_PLACEHOLDER = 150;

// https://docs.slack.dev/reference/block-kit/block-elements/checkboxes-element
export const MAX_TICKS = 10;

// https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element
export const MAX_INPUT_TEXT = 3_000;

// https://docs.slack.dev/reference/block-kit/blocks/input-block
export const MAX_LABEL = 2_000;

// https://docs.slack.dev/reference/views/modal-views
export const MAX_VIEW_TITLE = 24;

// https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
export const MAX_RESPONSES = 5;
