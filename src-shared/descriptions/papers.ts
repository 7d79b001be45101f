import type { Bilingual } from '../base/bilingual.ts'
import type { ApplicantDocument } from '../rules/admission/applicant.ts'
import { entries, type Names } from '../values/description.ts'
import { count, day, labelled, phrase, text } from '../values/value.ts'
import { hashText, named } from './common.ts'

export const PAPERS: Bilingual = { zh: '资料', en: 'Documents' }

/** A paper: what it is, its file, when it runs out. */
export const paperSaid = (
  { kind, fileName, fileHash, expiresOn, mediaType, bytes }: ApplicantDocument,
  names: Names,
) =>
  phrase(
    named('document', kind, names),
    text(fileName),
    labelled({ zh: '有效期至', en: 'Expires on' }, day(expiresOn)),
    text(mediaType),
    labelled({ zh: '字节', en: 'Bytes' }, count(bytes)),
    hashText(fileHash),
  )

/** Papers, each for itself. */
export const documents = entries<ApplicantDocument>(
  PAPERS,
  ({ kind, fileName }) => `${kind} ${fileName}`,
  paperSaid,
)
