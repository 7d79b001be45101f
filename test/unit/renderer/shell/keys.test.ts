import { describe, expect, test, vi } from 'vitest'
import { keyLabel } from '#renderer/shell/keys/key-label.ts'
import { type KeyBinding, KeyRegistry, keyName } from '#renderer/shell/keys/key-registry.ts'

const binding = (keys: string, more: Partial<KeyBinding> = {}): KeyBinding => ({
  keys,
  label: keys,
  run: () => undefined,
  ...more,
})
const press = (key: string, mods: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) =>
  keyName({ key, ctrlKey: false, metaKey: false, altKey: false, ...mods })

describe('the keys of a screen', () => {
  test('the group added last wins, and its end gives the key back', () => {
    const keys = new KeyRegistry()
    const below = binding('j')
    const above = binding('j')
    keys.add({ scope: 'everywhere', bindings: [below] })
    const remove = keys.add({ scope: 'screen', bindings: [above] })
    expect(keys.find('j', false, 0)).toBe(above)
    remove()
    expect(keys.find('j', false, 0)).toBe(below)
  })

  test('typing in a field is left alone except for keys that say otherwise', () => {
    const keys = new KeyRegistry()
    keys.add({ scope: 'screen', bindings: [binding('j'), binding('mod+k', { whileTyping: true })] })
    expect(keys.find('j', true, 0)).toBeNull()
    expect(keys.find('mod+k', true, 0)?.keys).toBe('mod+k')
  })

  test('a chord needs its second key within a second', () => {
    const keys = new KeyRegistry()
    keys.add({ scope: 'everywhere', bindings: [binding('g t')] })
    expect(keys.find('g', false, 0)).toBeNull()
    expect(keys.find('t', false, 900)?.keys).toBe('g t')
    expect(keys.find('g', false, 2_000)).toBeNull()
    expect(keys.find('t', false, 3_000)).toBeNull()
  })

  test('the end of a chord goes before a key of its own', () => {
    const keys = new KeyRegistry()
    keys.add({ scope: 'everywhere', bindings: [binding('g a')] })
    keys.add({ scope: 'screen', bindings: [binding('a')] })
    keys.find('g', false, 0)
    expect(keys.find('a', false, 10)?.keys).toBe('g a')
    expect(keys.find('a', false, 20)?.keys).toBe('a')
  })

  test('tells its listeners when keys come and go', () => {
    const keys = new KeyRegistry()
    const listener = vi.fn()
    const stop = keys.subscribe(listener)
    keys.add({ scope: 'screen', bindings: [] })()
    stop()
    keys.add({ scope: 'screen', bindings: [] })
    expect(listener).toHaveBeenCalledTimes(2)
  })

  test('a press is named as bindings name it, on every system', () => {
    expect(press('k', { ctrlKey: true })).toBe('mod+k')
    expect(press('K', { metaKey: true })).toBe('mod+k')
    expect(press('?')).toBe('?')
    expect(press('Shift')).toBeNull()
    expect(press(' ')).toBe('Space')
  })

  test('keys are printed as they stand on the keyboard', () => {
    expect(keyLabel('mod+k', 'Linux x86_64')).toBe('Ctrl K')
    expect(keyLabel('mod+k', 'MacIntel')).toBe('⌘ K')
    expect(keyLabel('g t', 'Win32')).toBe('G T')
    expect(keyLabel('Escape', 'Win32')).toBe('Esc')
    expect(keyLabel('+', 'Win32')).toBe('+')
  })
})
