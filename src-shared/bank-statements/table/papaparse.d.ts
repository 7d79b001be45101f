// The parts of papaparse in use, reading here and writing in exports: its published types need those of Node.
declare module 'papaparse' {
  const Papa: {
    unparse(
      rows: readonly (readonly string[])[],
      config: { readonly newline: string; readonly delimiter?: string; readonly quotes?: boolean },
    ): string
    parse(
      text: string,
      config: { readonly delimiter: string; readonly quoteChar?: string },
    ): {
      readonly data: readonly (readonly string[])[]
      readonly errors: readonly { readonly type: string; readonly row?: number }[]
    }
  }
  export default Papa
}
