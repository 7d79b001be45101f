import { describe, expect, it } from 'vitest'
import { changedFrom, isSame, settingsOf, unlikeWord } from '#renderer/pages/bank-matching/settings-draft.ts'
import { withChanges } from '#shared/contracts/console-platform/records/match-settings.ts'

const settings = {
  fixedPart: 'KubeSphere Marketplace 保证金',
  depositWord: '保证金',
  bankWords: ['退汇', '利息'],
  otherPurposes: ['货款'],
  unlikePerMille: 340,
}

describe('the form of matching settings', () => {
  it('holds settings once every part is filled in', () => {
    expect(settingsOf({ ...settings, depositWord: ' 保证金 ' })).toEqual(settings)
    expect(settingsOf({ ...settings, fixedPart: ' ' })).toBeNull()
    expect(settingsOf({ ...settings, unlikePerMille: '' })).toBeNull()
    expect(settingsOf({ ...settings, unlikePerMille: 1000 })).toBeNull()
  })

  it('takes settings with the same words for the same, whatever their order', () => {
    expect(isSame(settings, { ...settings, bankWords: ['利息', '退汇'] })).toBe(true)
    expect(isSame(settings, { ...settings, bankWords: ['利息'] })).toBe(false)
  })

  it('is sent as what differs from the standard, and read back as it was', () => {
    const wanted = { ...settings, bankWords: ['利息'], unlikePerMille: 200 }
    const changed = changedFrom(settings, wanted)
    expect(changed).toEqual({
      ...{
        fixedPart: null,
        depositWord: null,
        bankWords: ['利息'],
        otherPurposes: null,
        unlikePerMille: 200,
      },
    })
    expect(withChanges(settings, changed)).toEqual(wanted)
    expect(changedFrom(settings, { ...settings, bankWords: ['利息', '退汇'] }).bankWords).toBeNull()
  })

  it('says how strict a difference of names is', () => {
    expect([0, 200, 340, 600].map(unlikeWord)).toEqual(['exact', 'strict', 'usual', 'loose'])
  })
})
