import type { Bilingual } from '../base/bilingual.ts'

/** The words of a tree in one language. */
export type InLanguage<Tree> = Tree extends Bilingual
  ? string
  : { readonly [Key in keyof Tree]: InLanguage<Tree[Key]> }

/** Picks one language out of every word of a tree. */
export function inLanguage<Tree extends object>(words: Tree, language: keyof Bilingual): InLanguage<Tree> {
  return pick(words, language) as InLanguage<Tree>
}

function pick(node: unknown, language: keyof Bilingual): unknown {
  if (typeof node !== 'object' || node === null) return node
  if ('zh' in node && 'en' in node) return node[language]
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, pick(value, language)]))
}
