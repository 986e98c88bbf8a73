/** Whether a text has no character beyond ASCII: of most texts that is all there is to say about their characters. */
export const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);
