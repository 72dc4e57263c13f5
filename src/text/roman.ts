/**
 * Roman numerals.
 */

const ROMAN: readonly (readonly [value: number, numeral: string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** A number from 1 to 3999 in Roman letters; any other in digits. */
export function toRoman(value: number): string {
  if (value < 1 || value > 3_999) return String(value)
  let rest = value
  let printed = ''
  for (const [worth, numeral] of ROMAN) {
    for (; rest >= worth; rest -= worth) printed += numeral
  }
  return printed
}
