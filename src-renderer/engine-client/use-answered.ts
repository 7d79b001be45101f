import { useState } from 'react'

/**
 * What the answer on screen is to. The answer before stays there while the next is fetched (`isKept`), and so must the
 * question it answers: its figures never stand under the heading of another.
 */
export function useAnswered<Q>(asked: Q, isKept: boolean): Q {
  const key = JSON.stringify(asked)
  const [answered, setAnswered] = useState({ key, asked })
  if (isKept) return answered.asked
  if (answered.key !== key) setAnswered({ key, asked })
  return asked
}
