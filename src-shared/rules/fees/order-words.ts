import type { Bilingual } from '../../base/bilingual.ts'
import type { OrderChannel } from '../../policy/fee-section.ts'

/** How an order reached the buyer. */
export const CHANNEL_WORDS: Readonly<Record<OrderChannel, Bilingual>> = {
  online: { zh: '线上', en: 'Online' },
  private: { zh: '私有化部署', en: 'Private deployment' },
}
