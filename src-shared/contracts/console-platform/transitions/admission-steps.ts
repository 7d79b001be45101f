import type { PolicyPack } from '../../../policy/policy-pack.ts'
import type { Application } from '../records/application.ts'
import type { AdmissionSteps } from './application-transitions.ts'

/**
 * What a pack asks of an application after its approval. A further category needs only the agreements that
 * name it: the general ones were signed when the provider was opened (our reading; the sources are silent).
 */
export function admissionSteps(
  pack: PolicyPack,
  application: Pick<Application, 'applicant' | 'purpose'>,
): AdmissionSteps {
  const { kind, categories } = application.applicant
  const agreements = pack.admission.agreements.filter(
    (agreement) =>
      agreement.need === 'required' &&
      (agreement.kinds === undefined || agreement.kinds.includes(kind)) &&
      (agreement.categories === undefined
        ? application.purpose === 'first'
        : agreement.categories.some((category) => categories.includes(category))),
  )
  return { agreements: agreements.map((agreement) => agreement.id) }
}
