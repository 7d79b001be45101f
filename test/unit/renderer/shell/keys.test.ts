import { describe, expect, test, vi } from 'vitest'
import { COMMAND_FORMS } from '#renderer/review/forms/command-forms.ts'
import { keyLabel } from '#renderer/shell/keys/key-label.ts'
import { choosing, KEY_MEANINGS, type KeyMeaning, keyOf } from '#renderer/shell/keys/key-meanings.ts'
import { inForce, type KeyBinding, KeyRegistry, keyName } from '#renderer/shell/keys/key-registry.ts'
import { bankScreensFor, screensFor } from '#renderer/shell/screens.ts'
import { COMMAND_TYPES } from '#shared/contracts/console-platform/commands.ts'
import { ROLES } from '#shared/contracts/console-platform/roles.ts'

const binding = (means: KeyMeaning, more: Partial<KeyBinding> = {}): KeyBinding => ({
  means,
  label: means,
  run: () => undefined,
  ...more,
})
const press = (key: string, mods: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) =>
  keyName({ key, ctrlKey: false, metaKey: false, altKey: false, ...mods })

describe('the keys of a screen', () => {
  test('the group added last wins, and its end gives the key back', () => {
    const keys = new KeyRegistry()
    const below = binding('next-row')
    const above = binding('next-row')
    keys.add({ scope: 'everywhere', bindings: [below] })
    const remove = keys.add({ scope: 'screen', bindings: [above] })
    expect(keys.find('j', false, 0)).toBe(above)
    remove()
    expect(keys.find('j', false, 0)).toBe(below)
  })

  test('typing in a field is left alone except for keys that say otherwise', () => {
    const keys = new KeyRegistry()
    keys.add({ scope: 'screen', bindings: [binding('next-row'), binding('palette', { whileTyping: true })] })
    expect(keys.find('j', true, 0)).toBeNull()
    expect(keys.find('mod+k', true, 0)?.means).toBe('palette')
  })

  test('a chord needs its second key within a second', () => {
    const keys = new KeyRegistry()
    keys.add({ scope: 'everywhere', bindings: [binding('go-to-t')] })
    expect(keys.find('g', false, 0)).toBeNull()
    expect(keys.find('t', false, 900)?.means).toBe('go-to-t')
    expect(keys.find('g', false, 2_000)).toBeNull()
    expect(keys.find('t', false, 3_000)).toBeNull()
  })

  test('the end of a chord goes before a key of its own', () => {
    const keys = new KeyRegistry()
    keys.add({ scope: 'everywhere', bindings: [binding('go-to-a')] })
    keys.add({ scope: 'screen', bindings: [binding('decide')] })
    keys.find('g', false, 0)
    expect(keys.find('a', false, 10)?.means).toBe('go-to-a')
    expect(keys.find('a', false, 20)?.means).toBe('decide')
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

  test('one key has one meaning, whatever the screen', () => {
    const keys = [...screensFor(ROLES), ...bankScreensFor(ROLES)].map(({ letter }) =>
      keyOf(`go-to-${letter}`),
    )
    for (const meaning of KEY_MEANINGS) keys.push(keyOf(meaning))
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
    // A key that begins a chord would never be waited for if it had a meaning of its own.
    expect(keys).not.toContain('g')
  })

  test('a decides, r asks for changes, x refuses, z undoes, m assigns to me, Space selects, Enter opens, the same everywhere', () => {
    const said = { decide: 'a', 'ask-changes': 'r', refuse: 'x', 'undo-decision': 'z', 'assign-to-me': 'm' }
    const moves = {
      'select-row': 'Space',
      'open-row': 'Enter',
      'next-row': 'j',
      'previous-row': 'k',
      close: 'Escape',
    }
    for (const [meaning, key] of Object.entries({ ...said, ...moves }))
      expect(keyOf(meaning as KeyMeaning)).toBe(key)
    const refusing = COMMAND_TYPES.filter((type) => COMMAND_FORMS[type].key === 'refuse')
    expect(refusing).toEqual([
      'application.reject',
      'listing.reject',
      'deposit.decline-refund',
      'recharge.refuse',
      'settlement.void',
      'commission-invoice.take-back-number',
      'rebate.take-back-return',
      'order.refuse-offline',
      'supervision.reject',
      'control.decline',
      'policy.decline',
      'calendar.decline',
      'payout.reject',
      'invoice.refuse-red-letter',
      'provider.refuse-bank-account',
      'user.deactivate',
    ])
  })

  test('the ninth of several has the last key', () => {
    expect([0, 8, 9].map((at) => choosing(at))).toEqual(['choose-1', 'choose-9', null])
  })

  test('what ? lists of a key is what the key does', () => {
    const keys = new KeyRegistry()
    keys.add({ scope: 'screen', bindings: [binding('close', { label: 'list' }), binding('next-row')] })
    keys.add({ scope: 'screen', bindings: [binding('close', { label: 'form' })] })
    const labels = inForce(keys.groups).flatMap(({ bindings }) => bindings.map(({ label }) => label))
    expect(labels).toEqual(['next-row', 'form'])
    expect(keys.find('Escape', false, 0)?.label).toBe('form')
  })

  test('keys are printed as they stand on the keyboard', () => {
    expect(keyLabel('mod+k', 'Linux x86_64')).toBe('Ctrl K')
    expect(keyLabel('mod+k', 'MacIntel')).toBe('⌘ K')
    expect(keyLabel('g t', 'Win32')).toBe('G T')
    expect(keyLabel('Escape', 'Win32')).toBe('Esc')
    expect(keyLabel('+', 'Win32')).toBe('+')
    expect(keyLabel('D', 'Win32')).toBe('Shift D')
  })
})
