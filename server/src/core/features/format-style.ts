/** How a file is laid out, as the editor (or its EditorConfig) says. */
export interface FormatStyle {
  /** One step of indentation. */
  readonly indent: string;
}
