/** All rules in their order, compiled, and found by the character that a phrase begins with. */
import { byCode } from '../text/first.ts'
import { isNumeral, LONGEST_NUMERAL, NUMBER_HEADS, numeralEnd, WORD_HEADS } from './heads.ts'
import { LIST_RULES } from './list-rules.ts'
import { NUMERIC_RULES } from './numeric-rules.ts'
import { ONGOING_RULES } from './ongoing-rules.ts'
import { PERIOD_RULES } from './period-rules.ts'
import { POINT_RULES } from './point-rules.ts'
import { RANGE_RULES } from './range-rules.ts'
import { RECURRING_RULES } from './recurring-rules.ts'
import { RELATIVE_RULES } from './relative-rules.ts'
import type { Rule } from './types.ts'

/** A rule whose pattern is made when it is first asked: most documents ask but a few. */
export class CompiledRule {
  readonly rule: Rule
  #pattern: RegExp | undefined

  constructor(rule: Rule) {
    this.rule = rule
  }

  /** Sticky: matches only at its `lastIndex`. */
  get pattern(): RegExp {
    this.#pattern ??= new RegExp(this.rule.pattern, 'y')
    return this.#pattern
  }
}

/** The dates come first: they are by far the most frequent. */
export const RULES: readonly Rule[] = [
  ...POINT_RULES,
  ...RANGE_RULES,
  ...LIST_RULES,
  ...NUMERIC_RULES,
  ...PERIOD_RULES,
  ...RELATIVE_RULES,
  ...RECURRING_RULES,
  ...ONGOING_RULES,
]

const COMPILED = RULES.map((rule) => new CompiledRule(rule))
type RulesByCode = ReadonlyMap<number, readonly CompiledRule[]>
const NONE: readonly CompiledRule[] = []

/** Rules by a character, in order; `characters` are those of each head. */
function index(rules: readonly CompiledRule[], characters: Readonly<Record<string, string>>): RulesByCode {
  return byCode(rules, ({ rule }) =>
    rule.heads.flatMap((head) => Array.from(characters[head] ?? '', (character) => character.charCodeAt(0))),
  )
}

/** By word head, the first characters of its words. */
const FIRST: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(WORD_HEADS).map(([head, words]) => [head, firstsOf(words)]),
)

function firstsOf(words: readonly string[]): string {
  return [...new Set(words.map((word) => word.charAt(0)))].join('')
}

/** The rules by the character a phrase begins with or, where it begins with a numeral, the one behind that. */
class Dispatch {
  readonly #first: RulesByCode
  readonly #next: RulesByCode
  readonly #numeral: readonly CompiledRule[]

  constructor(rules: readonly CompiledRule[]) {
    this.#first = index(rules, FIRST)
    this.#next = index(rules, NUMBER_HEADS)
    this.#numeral = rules.filter((each) => each.rule.heads.includes('number'))
  }

  at(text: string, at: number): readonly CompiledRule[] {
    const word = this.#first.get(text.charCodeAt(at))
    if (!isNumeral(text.charCodeAt(at))) return word ?? NONE
    // 十 begins a numeral and a plan period (十四五), 一 a numeral and 一以贯之.
    return this.#next.get(text.charCodeAt(numeralEnd(text, at, LONGEST_NUMERAL))) ?? word ?? this.#numeral
  }
}

let inPlace: Dispatch | undefined
let inText: Dispatch | undefined

/** The rules that may read what begins at an index, in order. */
export function rulesAt(text: string, at: number, place: 'deadline' | 'text'): readonly CompiledRule[] {
  inPlace ??= new Dispatch(COMPILED)
  inText ??= new Dispatch(COMPILED.filter((each) => each.rule.text !== undefined))
  return (place === 'text' ? inText : inPlace).at(text, at)
}
