/**
 * The formats in which Word prints numbers (ECMA-376 Part 1, 17.18.59, ST_NumberFormat). One row a format; formats of
 * scripts that Chinese offices do not print, and numbers past the end of a run of signs, are plain digits.
 */
import { toRoman } from '../../text/roman.ts'

type Print = (value: number) => string

const DIGITS = '一二三四五六七八九'
const SCALES = ['', '十', '百', '千']

interface Script {
  zero: string
  digits: string
  /** Ones, tens, hundreds, thousands. */
  scales: readonly string[]
  /** 十一, not 一十一. */
  bareTen: boolean
  /** 百, not 一百. */
  bareScale?: boolean
}

/** 一百零一: digits with their scales, one zero for a gap. Ten thousand and more, which no list has, are digits. */
function counted(script: Script): Print {
  return (value) => {
    if (value < 1 || value >= 10_000) return String(value)
    const printed = String(value).replace(/\d/g, (digit, at: number, all: string) => {
      const scale = script.scales[all.length - 1 - at] as string
      if (digit === '0') return '0'
      if (digit === '1' && script.bareScale && scale !== '') return scale
      return (script.digits[Number(digit) - 1] as string) + scale
    })
    const whole = printed.replace(/(?<!0)0+$/, '').replace(/0+/g, script.zero)
    return script.bareTen && value >= 10 && value < 20 ? whole.slice(1 - Number(script.bareScale ?? false)) : whole
  }
}

/** 一〇一: each digit by itself. */
function positional(zero: string): Print {
  return (value) =>
    String(value).replace(/\d/g, (digit) => (digit === '0' ? zero : (DIGITS[Number(digit) - 1] as string)))
}

/** 十一 up to ninety-nine, 一○○ from there on. */
function countedToHundred(value: number): string {
  return value < 100 ? chinese(value) : positional('○')(value)
}

/** A run of signs, each one number. */
function signs(first: string, count: number): Print {
  return (value) =>
    value >= 1 && value <= count ? String.fromCharCode(first.charCodeAt(0) + value - 1) : String(value)
}

function listed(all: string): Print {
  return (value) => all[value - 1] ?? String(value)
}

/** A … Z, AA, BB … ZZ, AAA. */
function letters(first: string): Print {
  return (value) => {
    if (value < 1 || value > 26 * 20) return String(value)
    return String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
  }
}

/** Up to twelve the signs Ⅰ … Ⅻ, the same by NFKC as Word's letters: so a number I is told from the letter I. */
function romanSigns(first: string, beyond: Print): Print {
  return (value) => (value <= 12 ? signs(first, 12)(value) : beyond(value))
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
}

const chinese = counted({ zero: '零', digits: DIGITS, scales: SCALES, bareTen: true })
const legal = (digits: string, scales: readonly string[], zero: string) =>
  counted({ zero, digits, scales, bareTen: false })
const japanese = counted({ zero: '', digits: DIGITS, scales: SCALES, bareTen: true, bareScale: true })

/** What prints nothing: `none` has no number, and a bullet's sign stands in its level's text. */
const nothing: Print = () => ''

export const FORMATS: Readonly<Record<string, Print>> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: signs('①', 20),
  decimalEnclosedCircleChinese: signs('①', 20),
  decimalEnclosedFullstop: signs('⒈', 20),
  decimalEnclosedParen: signs('⑴', 20),
  numberInDash: (value) => `- ${value} -`,
  upperLetter: letters('A'),
  lowerLetter: letters('a'),
  upperRoman: romanSigns('Ⅰ', toRoman),
  lowerRoman: romanSigns('ⅰ', (value) => toRoman(value).toLowerCase()),
  chineseCounting: countedToHundred,
  chineseCountingThousand: chinese,
  chineseLegalSimplified: legal('壹贰叁肆伍陆柒捌玖', ['', '拾', '佰', '仟'], '零'),
  taiwaneseCounting: countedToHundred,
  taiwaneseCountingThousand: chinese,
  taiwaneseDigital: positional('○'),
  ideographDigital: positional('〇'),
  ideographEnclosedCircle: signs('㊀', 10),
  ideographLegalTraditional: legal('壹貳參肆伍陸柒捌玖', ['', '拾', '佰', '仟'], '零'),
  ideographTraditional: listed('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: listed('子丑寅卯辰巳午未申酉戌亥'),
  japaneseCounting: japanese,
  japaneseDigitalTenThousand: positional('〇'),
  japaneseLegal: legal('壱弐参四伍六七八九', ['', '拾', '百', '阡'], ''),
  koreanDigital2: positional('零'),
  none: nothing,
  bullet: nothing,
}

/** A number as a format prints it. */
export function printNumber(format: string, value: number): string {
  return (FORMATS[format] ?? String)(value)
}
