/** How a file is laid out, as the editor (or an EditorConfig) says. */
export interface FormatStyle {
  /** One step of indentation. */
  readonly indent: string;
  /** False: blanks at the ends of lines stay where nothing is laid out: in comments, and in what cannot be read. */
  readonly trimTrailingWhitespace?: boolean;
  /** True: the last line ends too. */
  readonly insertFinalNewline?: boolean;
  /** True: no empty lines at the end of the file. */
  readonly trimFinalNewlines?: boolean;
  /** All lines end so; absent: as they do. */
  readonly endOfLine?: '\n' | '\r\n';
  /** What users may choose, by language and name. */
  readonly choices?: Readonly<Record<string, LayoutChoices>>;
}

/** A language's own choices, by their names in the settings. */
export type LayoutChoices = Readonly<Record<string, string>>;

/** A style as a language sees it. */
export interface LayoutStyle extends Pick<FormatStyle, 'indent' | 'trimTrailingWhitespace'> {
  readonly choices: LayoutChoices;
}
