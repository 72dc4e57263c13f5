const DIGIT: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  '◯': 0,
  一: 1,
  壹: 1,
  二: 2,
  两: 2,
  贰: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
}
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30, 卌: 40 }
const SCALE: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const TEN_THOUSAND = 10_000

/**
 * The non-negative whole number that a Chinese or Arabic numeral says: 一百二十三, 十二, 廿五, 二〇二三, 两, 12, １２.
 * `null` for anything else, an empty string and 半 among it.
 */
export function parseNumeral(numeral: string): number | null {
  if (numeral === '') return null
  const plain = arabic(numeral)
  if (plain !== null) return plain
  return positional(numeral) ?? spoken(numeral)
}

/** Plain or full-width digits. */
function arabic(numeral: string): number | null {
  let value = 0
  for (let i = 0; i < numeral.length; i++) {
    const code = numeral.charCodeAt(i)
    const digit = code >= 0xff10 ? code - 0xff10 : code - 0x30
    if (digit < 0 || digit > 9) return null
    value = value * 10 + digit
  }
  return Number.isSafeInteger(value) ? value : null
}

/** Digits read off one by one, as years are printed: 二〇二三. */
function positional(numeral: string): number | null {
  if (numeral.length > 15) return null
  let value = 0
  for (const char of numeral) {
    const digit = DIGIT[char]
    if (digit === undefined) return null
    value = value * 10 + digit
  }
  return value
}

/** Numerals with 十, 百, 千, 万: each digit waits for the scale that follows it. */
function spoken(numeral: string): number | null {
  let whole = 0
  let section = 0
  let digit: number | null = null
  for (const char of numeral) {
    const scale = SCALE[char]
    if (scale !== undefined) {
      section += (digit ?? 1) * scale
      digit = null
    } else if (char === '万') {
      whole += (section + (digit ?? 0)) * TEN_THOUSAND
      section = 0
      digit = null
    } else if (TENS[char] !== undefined) {
      section += TENS[char]
    } else {
      const next = DIGIT[char]
      if (next === undefined) return null
      digit = next
    }
  }
  return whole + section + (digit ?? 0)
}
