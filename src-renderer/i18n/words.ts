/**
 * The shape of an area's texts: every key of the Chinese original, with any wording. A text is a string, or a
 * function of what it mentions.
 */
export type Words<Texts> = Texts extends string
  ? string
  : Texts extends (...mentioned: infer Mentioned) => string
    ? (...mentioned: Mentioned) => string
    : { readonly [Key in keyof Texts]: Words<Texts[Key]> }

export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
