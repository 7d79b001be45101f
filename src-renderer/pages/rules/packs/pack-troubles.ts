import type { useTexts } from '#renderer/i18n/language-context.ts'
import type { PackCompared } from '#shared/contracts/console-engine/rules.ts'

/** What keeps a pack from coming into force, in words. */
export function troubleWords(
  trouble: PackCompared['troubles'][number],
  texts: ReturnType<typeof useTexts>['rules']['packs']['trouble'],
): string {
  switch (trouble.code) {
    case 'unknown-marketplace':
      return texts.unknownMarketplace
    case 'too-early':
      return texts.tooEarly(trouble.earliest)
    case 'version-not-raised':
      return texts.versionNotRaised(trouble.inForce)
  }
}
