/**
 * Runs the rules over a plan.
 */
import type { Lang, Severity } from '../message.ts'
import type { Finding, Plan } from '../plan.ts'
import { LineIndex } from '../position.ts'
import { type Additions, termsOf } from '../terms/additions.ts'
import type { Found, Rule } from './rule.ts'
import { RULES, type RuleId } from './rules.ts'
import { subjectOf } from './subject.ts'

/** The options of `check`. */
export interface CheckOptions {
  /** The language of the sentences; `zh` where not said. */
  lang?: Lang
  /** Severities other than the rules' own; a rule that is `off` finds nothing. */
  rules?: Partial<Record<RuleId, Severity | 'off'>>
  /** What the plan was read with beside the known terms. */
  additions?: Additions
}

/**
 * What the rules find in a plan, in the order of the text; what is about the whole document comes first. The plan must
 * have its text (`withText`); throws `PlanparseError` where it has none.
 */
export function check(plan: Plan, { lang = 'zh', rules = {}, additions }: CheckOptions = {}): Finding[] {
  const subject = subjectOf(plan, termsOf(additions))
  const index = new LineIndex(subject.text)
  const findings: Finding[] = []
  for (const rule of RULES as readonly Rule[]) {
    const severity = rules[rule.id as RuleId] ?? rule.severity
    if (severity === 'off') continue
    for (const found of rule.find(subject)) findings.push(toFinding(rule.id, severity, found, lang, index))
  }
  const offset = ({ position }: Finding) => position?.start.offset ?? -1
  return findings.sort((a, b) => offset(a) - offset(b))
}

function toFinding(
  rule: string,
  severity: Severity,
  { at, reason, edits }: Found,
  lang: Lang,
  index: LineIndex,
): Finding {
  return {
    rule,
    severity,
    reason: reason[lang],
    position: at && index.position(at.start, at.end),
    fix: edits ? [...edits] : null,
  }
}
