// The part of papaparse this room uses: its published types need those of Node.
declare module 'papaparse' {
  const Papa: {
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
