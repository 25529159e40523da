/** An answer as every face for programs prints it, to the byte: the command line, HTTP, tools. Without a line end. */
export const printed = (answer: object): string => JSON.stringify(answer, null, 2);
