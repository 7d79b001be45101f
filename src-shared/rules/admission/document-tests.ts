import type { Bilingual } from '../../base/bilingual.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Applicant } from './applicant.ts'
import type { Judgement } from './judgement.ts'

/**
 * Whether a document of one of these kinds was handed in and is valid on the day (its last day included).
 * None at all is unknown, because the evidence is missing; only expired ones fail.
 */
export function judgeDocument(
  kinds: readonly string[],
  nameOf: (kind: string) => Bilingual,
  applicant: Applicant,
  on: PlainDate,
): Judgement {
  // Ordered by hash, so that the answer does not depend on the order of upload.
  const handedIn = applicant.documents
    .filter((document) => kinds.includes(document.kind))
    .sort((left, right) => (left.fileHash < right.fileHash ? -1 : 1))
  const valid = handedIn.filter((document) => document.expiresOn === null || on <= document.expiresOn)
  const names = kinds.map(nameOf)
  const shown = valid.length > 0 ? valid : handedIn
  return {
    verdict: valid.length > 0 ? 'pass' : handedIn.length > 0 ? 'fail' : 'unknown',
    fact: `documents.${kinds.join('|')}`,
    found:
      handedIn.length === 0
        ? { zh: '未上传', en: 'not uploaded' }
        : {
            zh: shown.map((document) => document.fileName + expiryInWords(document.expiresOn).zh).join('、'),
            en: shown.map((document) => document.fileName + expiryInWords(document.expiresOn).en).join(', '),
          },
    required: {
      zh: `${names.map((name) => name.zh).join('或')}，在有效期内`,
      en: `${names.map((name) => name.en).join(' or ')}, not expired`,
    },
    documentHashes: shown.map((document) => document.fileHash),
  }
}

function expiryInWords(expiresOn: PlainDate | null): Bilingual {
  return expiresOn === null ? { zh: '', en: '' } : { zh: `（至 ${expiresOn}）`, en: ` (until ${expiresOn})` }
}
