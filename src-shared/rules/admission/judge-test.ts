import { assertNever } from '../../base/assert.ts'
import type { Bilingual } from '../../base/bilingual.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { AdmissionTest } from '../../policy/admission-test.ts'
import type { Applicant } from './applicant.ts'
import { judgeAge, judgeCapital, judgeServiceHours, judgeStaff } from './company-tests.ts'
import {
  judgeDeclared,
  judgeDeclaredAmong,
  judgeDeclaredNumber,
  judgeHttpsAddress,
} from './declared-tests.ts'
import { judgeDocument } from './document-tests.ts'
import { judgeContact, judgeResidentId, judgeUscc, judgeWebsite } from './identity-tests.ts'
import type { Judgement } from './judgement.ts'

/** Answers one test of a pack for an applicant on a day. `documentName` names a kind of document in words. */
export function judgeTest(
  test: AdmissionTest,
  applicant: Applicant,
  on: PlainDate,
  documentName: (kind: string) => Bilingual,
): Judgement {
  switch (test.test) {
    case 'staff':
      return judgeStaff(test, applicant)
    case 'registered-capital':
      return judgeCapital(test, applicant)
    case 'age':
      return judgeAge(test, applicant, on)
    case 'service-hours':
      return judgeServiceHours(test, applicant)
    case 'declared':
      return judgeDeclared(test, applicant)
    case 'declared-number':
      return judgeDeclaredNumber(test, applicant)
    case 'declared-among':
      return judgeDeclaredAmong(test, applicant)
    case 'https-address':
      return judgeHttpsAddress(test, applicant)
    case 'document':
      return judgeDocument(test.anyOf, documentName, applicant, on)
    case 'website':
      return judgeWebsite(applicant)
    case 'contact':
      return judgeContact(applicant)
    case 'uscc':
      return judgeUscc(applicant)
    case 'resident-id':
      return judgeResidentId(applicant)
    default:
      return assertNever(test)
  }
}
