import type { ApplicantDocument } from '../rules/admission/applicant.ts'
import { entries } from '../values/description.ts'
import { count, day, labelled, phrase, text } from '../values/value.ts'
import { hashText, named } from './common.ts'

/** Papers, each with what it is and when it runs out. */
export const documents = entries<ApplicantDocument>(
  { zh: '资料', en: 'Documents' },
  ({ kind, fileName }) => `${kind} ${fileName}`,
  ({ kind, fileName, fileHash, expiresOn, mediaType, bytes }, names) =>
    phrase(
      named('document', kind, names),
      text(fileName),
      labelled({ zh: '有效期至', en: 'Expires on' }, day(expiresOn)),
      text(mediaType),
      labelled({ zh: '字节', en: 'Bytes' }, count(bytes)),
      hashText(fileHash),
    ),
)
