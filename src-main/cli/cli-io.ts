/** 0 fine, 1 findings, 2 bad input or usage. */
export type ExitCode = 0 | 1 | 2

/** What a command may touch of the world around it. */
export interface CliIo {
  /** The folder with `policy-packs/` and `holidays/`, ending in a slash. */
  readonly resources: URL
  /** Width of the terminal in cells, to lay out tables. */
  readonly columns: number
  /** Everything on standard input, as UTF-8. */
  readInput(): Promise<string>
  /** Writes a text and a line feed to standard output. */
  print(text: string): void
  /** Writes a text and a line feed to standard error. */
  printError(text: string): void
  /** The highest code set is the one the program ends with. */
  setExitCode(code: ExitCode): void
}
