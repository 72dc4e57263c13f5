/**
 * Characters of the symbol fonts, which have no meaning without their font, as the Unicode characters they look like.
 */

const WINGDINGS: Readonly<Record<string, string>> = {
  '6c': '●',
  '6e': '■',
  '6f': '□',
  '71': '❑',
  '72': '❒',
  '75': '◆',
  '76': '❖',
  '77': '◆',
  a1: '○',
  a4: '◎',
  a7: '▪',
  a8: '□',
  ab: '★',
  d8: '➢',
  e0: '→',
  e8: '➔',
  f0: '⇨',
  fb: '✗',
  fc: '✓',
  fd: '☒',
  fe: '☑',
  '81': '①',
  '82': '②',
  '83': '③',
  '84': '④',
  '85': '⑤',
  '86': '⑥',
  '87': '⑦',
  '88': '⑧',
  '89': '⑨',
  '8a': '⑩',
}
const WINGDINGS_2: Readonly<Record<string, string>> = { '50': '✓', '52': '☑', '53': '☒', '54': '☒', a3: '□', '4f': '✗' }
const WINGDINGS_3: Readonly<Record<string, string>> = { '70': '▲', '71': '▼', '75': '◀', '76': '▶', '7d': '▶' }
const SYMBOL: Readonly<Record<string, string>> = {
  b7: '•',
  a3: '≤',
  b3: '≥',
  b4: '×',
  b8: '÷',
  b0: '°',
  b1: '±',
  b9: '≠',
  bb: '≈',
  ae: '→',
  a5: '∞',
  '6d': 'μ',
}

const FONTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wingdings: WINGDINGS,
  'wingdings 2': WINGDINGS_2,
  'wingdings 3': WINGDINGS_3,
  symbol: SYMBOL,
}

/** One character of a font; others than symbols stay as they are. Symbol fonts lie at U+F000 (17.3.3.30). */
export function symbolOf(character: string, font: string): string {
  const code = character.charCodeAt(0)
  const table = FONTS[font.toLowerCase()]
  if (!table || character.length !== 1) return character
  return table[(code >= 0xf000 ? code - 0xf000 : code).toString(16)] ?? character
}
