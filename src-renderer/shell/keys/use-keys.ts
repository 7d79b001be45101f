import { createContext, use, useEffect, useRef } from 'react'
import { type KeyBinding, KeyRegistry, type KeyScope } from './key-registry.ts'

export const KeysContext = createContext(new KeyRegistry())

/** Gives keys a meaning while the caller is on screen; `?` lists them. The newest `run` is always the one called. */
export function useKeys(bindings: readonly KeyBinding[], scope: KeyScope = 'screen'): void {
  const registry = use(KeysContext)
  const newest = useRef(bindings)
  useEffect(() => {
    newest.current = bindings
  })
  const shape = bindings
    .map(
      ({ means, label, whileTyping, hidden }) => `${means}\t${label}\t${whileTyping ?? ''}\t${hidden ?? ''}`,
    )
    .join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape stands for the bindings
  useEffect(
    () =>
      registry.add({
        scope,
        bindings: bindings.map((binding, index) => ({
          ...binding,
          run: () => newest.current[index]?.run(),
        })),
      }),
    [registry, scope, shape],
  )
}
