import type { Value } from './value.ts'

/** A value as programs take it: fen, days and instants as text, ids; null for nothing. */
export function bareValue(value: Value): unknown {
  switch (value.kind) {
    case 'nothing':
      return null
    case 'money':
      return value.fen
    case 'rate':
      return value.basisPoints
    case 'day':
      return value.day
    case 'instant':
      return value.at
    case 'count':
      return value.count
    case 'yes-no':
      return value.is
    case 'text':
      return value.text
    case 'term':
    case 'person':
    case 'record':
      return value.id
    case 'list':
      return value.of.map(bareValue)
    case 'phrase':
      return value.parts.map(bareValue)
    case 'labelled':
      return bareValue(value.value)
  }
}
