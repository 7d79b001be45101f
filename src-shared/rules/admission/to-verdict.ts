import { assert } from '../../base/assert.ts'
import type { Bilingual } from '../../base/bilingual.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'
import type { Citation, ConditionVerdict } from '../verdict.ts'
import type { Judgement } from './judgement.ts'

/** How the pack calls a kind of document. */
export function documentName(pack: PolicyPack, kind: string): Bilingual {
  const document = pack.admission.documents.find((each) => each.kind === kind)
  assert(document !== undefined, 'a pack defines the documents it names')
  return document.name
}

/** A judgement with its rule; the remedy is left out where there is nothing to remedy. */
export function toVerdict(
  citation: Citation,
  title: Bilingual,
  judgement: Judgement,
  remedy: Bilingual,
  contradiction: Bilingual | null,
): ConditionVerdict {
  const { verdict, documentHashes, ...evidence } = judgement
  return {
    ruleId: citation.ruleId,
    title,
    verdict,
    citation,
    evidence: { ...evidence, documentHashes: [...documentHashes] },
    remedy: verdict === 'pass' ? null : remedy,
    contradiction,
  }
}
