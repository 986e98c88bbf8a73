/** The line, counted from one, that an offset stands in. */
export const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
