import { type ReactNode, useEffect, useState } from 'react'
import { KeyRegistry, keyName } from './key-registry.ts'
import { KeysContext } from './use-keys.ts'

/** Listens to the keyboard for every screen. */
export function KeysProvider({ children }: { readonly children: ReactNode }) {
  const [registry] = useState(() => new KeyRegistry())
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const name = event.defaultPrevented || event.isComposing ? null : keyName(event)
      const binding = name === null ? null : registry.find(name, isTyping(event.target), event.timeStamp)
      if (binding === null || takesKey(event)) return
      event.preventDefault()
      binding.run()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [registry])
  return <KeysContext value={registry}>{children}</KeysContext>
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable="true"]')
}

/** A focused button or link keeps Enter and Space for itself. */
function takesKey(event: KeyboardEvent): boolean {
  const { target } = event
  return (
    (event.key === 'Enter' || event.key === ' ') &&
    target instanceof HTMLElement &&
    target.closest('button, a, [role="button"], [role="option"], [role="menuitem"]') !== null
  )
}
