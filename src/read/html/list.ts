/** The numbers that a browser puts before the items of a list; they stand nowhere in the text. */
import { toRoman } from '../../text/roman.ts'
import { attribute, childrenOf, type Element, isElement } from './tree.ts'

type Style = (ordinal: number) => string

const HAN = '〇一二三四五六七八九'

function han(n: number): string {
  if (n < 10) return HAN[n] as string
  const tens = n >= 20 ? (HAN[Math.floor(n / 10)] as string) : ''
  return n < 100 ? `${tens}十${n % 10 === 0 ? '' : HAN[n % 10]}` : String(n)
}

const chinese: Style = (n) => `${han(n)}、`

const STYLES: Readonly<Record<string, Style>> = {
  '1': (n) => `${n}.`,
  decimal: (n) => `${n}.`,
  a: (n) => `${String.fromCharCode(96 + n)}.`,
  'lower-alpha': (n) => `${String.fromCharCode(96 + n)}.`,
  A: (n) => `${String.fromCharCode(64 + n)}.`,
  'upper-alpha': (n) => `${String.fromCharCode(64 + n)}.`,
  I: (n) => `${toRoman(n)}.`,
  'upper-roman': (n) => `${toRoman(n)}.`,
  i: (n) => `${toRoman(n).toLowerCase()}.`,
  'lower-roman': (n) => `${toRoman(n).toLowerCase()}.`,
  'cjk-ideographic': chinese,
  'trad-chinese-informal': chinese,
  'simp-chinese-informal': chinese,
  'cjk-decimal': chinese,
}

/** How many items before one are counted; longer lists are none of a plan. */
const MOST = 2000

/** The number of an item, `null` where the list has bullets or nothing. */
export function markerOf(item: Element): string | null {
  const list = item.parentNode
  if (!list || !isElement(list) || list.tagName !== 'ol') return null
  const name =
    /list-style(?:-type)?\s*:\s*([\w-]+)/i.exec(`${attribute(item, 'style')};${attribute(list, 'style')}`)?.[1] ??
    attribute(list, 'type')
  const style = STYLES[name === '' ? '1' : name]
  const ordinal = ordinalOf(item, list)
  if (!style || ordinal === null || ordinal < 1) return null
  return ordinal > 26 && /alpha|^[aA]$/.test(name) ? `${ordinal}.` : style(ordinal)
}

function ordinalOf(item: Element, list: Element): number | null {
  const own = numberIn(item, 'value')
  if (own !== null) return own
  let ordinal = numberIn(list, 'start') ?? 1
  const items = childrenOf(list).slice(0, MOST)
  for (const each of items) {
    if (each === item) return ordinal
    if (isElement(each) && each.tagName === 'li') ordinal = (numberIn(each, 'value') ?? ordinal) + 1
  }
  return null
}

function numberIn(element: Element, name: string): number | null {
  const value = attribute(element, name)
  return /^-?\d{1,4}$/.test(value) ? Number(value) : null
}
