import { z } from 'zod'
import type { Language } from '../../base/bilingual.ts'
import { type NoticeValues, OCCASIONS, type Occasion, placeholdersOf } from './occasions.ts'

/** Longest subject and longest text of a notice, in characters. */
export const SUBJECT_LIMIT = 200
export const TEXT_LIMIT = 8000

const CONTROL = /\p{Cc}/u

/** The subject and body of a template in one language, with placeholders written `{{name}}`. */
const templateTextSchema = z.strictObject({
  subject: z
    .string()
    .trim()
    .min(2)
    .max(SUBJECT_LIMIT)
    .refine((text) => !CONTROL.test(text), 'a subject is one line'),
  body: z.string().trim().min(2).max(TEXT_LIMIT),
})
export const templateTextsSchema = z.strictObject({ zh: templateTextSchema, en: templateTextSchema })
export type TemplateTexts = Readonly<z.infer<typeof templateTextsSchema>>

/** A template that comes with the program: of an occasion, for every marketplace. */
export const shippedTemplateSchema = z
  .strictObject({ occasion: z.enum(OCCASIONS), texts: templateTextsSchema })
  .superRefine(({ occasion, texts }, context) => {
    for (const word of unknownPlaceholders(occasion, texts)) {
      context.addIssue({ code: 'custom', path: ['texts'], message: `no placeholder of ${occasion}: ${word}` })
    }
  })
export type ShippedTemplate = Readonly<z.infer<typeof shippedTemplateSchema>>

/** What is between two braces on either side, and a pair of braces that nothing closes or opens. */
const BRACES = /\{\{([^{}]*)\}\}|\{\{|\}\}/g

/** What stands in braces in the texts and is no placeholder of the occasion: each once, as it is written. Pure. */
export function unknownPlaceholders(occasion: Occasion, texts: TemplateTexts): string[] {
  const known: readonly string[] = placeholdersOf(occasion)
  const all = [texts.zh.subject, texts.zh.body, texts.en.subject, texts.en.body].join('\n')
  const found = [...all.matchAll(BRACES)].flatMap(([written, name]) =>
    name !== undefined && known.includes(name.trim()) ? [] : [written],
  )
  return [...new Set(found)]
}

/** A notice as it is sent. */
export const noticeTextSchema = z.strictObject({
  subject: z.string().min(1).max(SUBJECT_LIMIT),
  text: z
    .string()
    .min(1)
    .max(4 * TEXT_LIMIT),
})
export const noticeTextsSchema = z.strictObject({ zh: noticeTextSchema, en: noticeTextSchema })
export type NoticeTexts = Readonly<z.infer<typeof noticeTextsSchema>>

/**
 * A template with its placeholders filled in, in both languages. A line of which every placeholder is empty is left out;
 * a subject is one line, whatever the record says. Pure.
 */
export function renderNotice(texts: TemplateTexts, values: NoticeValues): NoticeTexts {
  const inLanguage = (language: Language) => ({
    subject: clipped(oneLine(filled(texts[language].subject, values, language)), SUBJECT_LIMIT),
    text: clipped(
      texts[language].body
        .split('\n')
        .flatMap((line) => (saysNothing(line, values, language) ? [] : [filled(line, values, language)]))
        .join('\n')
        .replaceAll(/\n{3,}/g, '\n\n'),
      4 * TEXT_LIMIT,
    ),
  })
  return { zh: inLanguage('zh'), en: inLanguage('en') }
}

/** Never empty, and never cut within a character. */
function clipped(text: string, limit: number): string {
  const whole = text.trim() === '' ? '—' : text
  if (whole.length <= limit) return whole
  const cut = whole.slice(0, limit)
  return cut.isWellFormed() ? cut : cut.slice(0, -1)
}

function filled(line: string, values: NoticeValues, language: Language): string {
  return line.replaceAll(BRACES, (_all, name: string | undefined) => saidFor(values, name ?? '', language))
}

function saidFor(values: NoticeValues, name: string, language: Language): string {
  const found = Object.entries(values).find(([each]) => each === name.trim())
  return found?.[1]?.[language] ?? ''
}

function saysNothing(line: string, values: NoticeValues, language: Language): boolean {
  const names = [...line.matchAll(BRACES)].map(([, name]) => name ?? '')
  return names.length > 0 && names.every((name) => saidFor(values, name, language).trim() === '')
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
}
