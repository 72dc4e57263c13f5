/** Words for the roles of units, where output is by unit. */
import type { Lang } from '../message.ts'
import type { UnitRole } from '../plan.ts'

export const ROLE_WORDS = {
  zh: { lead: '牵头', responsible: '责任', support: '配合', supervisor: '领导' },
  en: { lead: 'Lead', responsible: 'Responsible', support: 'Support', supervisor: 'Supervisor' },
} satisfies Record<Lang, Record<UnitRole, string>>

/** What stands in the place of a unit's name where nobody is named. */
export const NO_UNIT = { zh: '（未明确单位）', en: '(no unit)' } satisfies Record<Lang, string>
