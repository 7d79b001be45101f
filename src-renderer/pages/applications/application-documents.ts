import type { Bilingual } from '#shared/base/bilingual.ts'
import type { ApplicationCase } from '#shared/contracts/console-engine/applications.ts'
import type { ApplicantDocument } from '#shared/rules/admission/applicant.ts'

/** A document with the name its kind has in the pack; kinds the pack does not know keep their key. */
export interface ApplicationDocument extends ApplicantDocument {
  readonly title: Bilingual
}

export function documentsOf(
  opened: Pick<ApplicationCase, 'application' | 'documentNames'>,
): ApplicationDocument[] {
  return opened.application.applicant.documents.map((document) => ({
    ...document,
    title: opened.documentNames[document.kind] ?? { zh: document.kind, en: document.kind },
  }))
}
