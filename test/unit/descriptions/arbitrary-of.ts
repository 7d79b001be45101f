import fc from 'fast-check'
import { z } from 'zod'

/** What a JSON schema made of our own schemas may say. */
const nodeSchema = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  exclusiveMaximum: z.number().optional(),
  items: z.unknown().optional(),
  minItems: z.number().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  propertyNames: z.unknown().optional(),
  additionalProperties: z.unknown().optional(),
})

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
/** Amounts and counts that are told from each other at a glance. */
const HIGHEST = 1_000_000

/** Whatever a schema takes, with plain words where it takes any text. */
export function arbitraryOf<T>(schema: z.ZodType<T>): fc.Arbitrary<T> {
  return arbitraryOfNode(z.toJSONSchema(schema, { io: 'input' }))
    .filter((value) => schema.safeParse(value).success)
    .map((value) => schema.parse(value))
}

function arbitraryOfNode(json: unknown): fc.Arbitrary<unknown> {
  const node = nodeSchema.parse(json)
  const choices = node.anyOf ?? node.oneOf
  if (choices !== undefined) return fc.oneof(...choices.map(arbitraryOfNode))
  if (node.const !== undefined) return fc.constant(node.const)
  if (node.enum !== undefined) return fc.constantFrom(...node.enum)
  if (Array.isArray(node.type)) {
    return fc.oneof(...node.type.map((type) => arbitraryOfNode({ ...node, type })))
  }
  switch (node.type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
    case 'number':
      return fc.integer({
        min: Math.max(-HIGHEST, node.minimum ?? -HIGHEST, (node.exclusiveMinimum ?? -HIGHEST) + 1),
        max: Math.min(HIGHEST, node.maximum ?? HIGHEST, (node.exclusiveMaximum ?? HIGHEST + 1) - 1),
      })
    case 'string':
      return textOf(node)
    case 'array':
      return fc.array(arbitraryOfNode(node.items), {
        minLength: node.minItems ?? 0,
        maxLength: (node.minItems ?? 0) + 3,
      })
    case 'object':
      return objectOf(node)
    default:
      throw new Error(`No arbitrary is known for ${JSON.stringify(json)}.`)
  }
}

function textOf({ format, pattern, minLength, maxLength }: z.infer<typeof nodeSchema>): fc.Arbitrary<string> {
  if (format === 'date-time') return someInstant()
  if (format === 'date') return someInstant().map((at) => at.slice(0, 10))
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern))
  const least = Math.max(1, minLength ?? 1)
  return fc.string({
    unit: fc.constantFrom(...LETTERS),
    minLength: least,
    maxLength: Math.max(least, Math.min(8, maxLength ?? 8)),
  })
}

/** On the minute, as instants are shown. */
function someInstant(): fc.Arbitrary<string> {
  return fc
    .date({ min: new Date('2020-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    .map((date) => `${date.toISOString().slice(0, 16)}:00.000Z`)
}

function objectOf({
  properties,
  required,
  propertyNames,
  additionalProperties,
}: z.infer<typeof nodeSchema>): fc.Arbitrary<unknown> {
  if (properties === undefined) {
    const key = propertyNames === undefined ? textOf({}) : arbitraryOfNode(propertyNames).map(String)
    return fc.dictionary(key, arbitraryOfNode(additionalProperties), { maxKeys: 3 })
  }
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, json]) => [name, arbitraryOfNode(json)]),
  )
  return fc.record(fields, { requiredKeys: required ?? [] })
}
