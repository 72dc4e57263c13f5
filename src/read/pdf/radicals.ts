/**
 * Where a font draws a character and a radical alike, the PDF of a browser names the radical: U+2EA0 for 民. Most radicals
 * have their character as compatible form (NFKC); those here have none, or not the simplified one.
 */

const RADICALS =
  '\u2e8e\u2e90\u2e92\u2e93\u2e95\u2e9b\u2ea0\u2ec1\u2ec5\u2ec6\u2ec9\u2ecb\u2ed1\u2ed3\u2ed4\u2ed8\u2ed9\u2eda\u2edb\u2edc\u2edd\u2ee2\u2ee3\u2ee4\u2ee5\u2ee6\u2ee7\u2ee8\u2ee9\u2eea\u2eeb\u2eec\u2eee\u2eef\u2ef0\u2ef1\u2ef2\u2f3e\u3b35'
const CHARACTERS = '兀尢巳幺彐旡民虎见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐齿竜龙龜亀户胶'

const BY_RADICAL = new Map(Array.from(RADICALS, (radical, i) => [radical, CHARACTERS[i] as string]))

/** The text with characters in place of radicals, one for one. */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fdf\u3b35\uf900-\ufaff]/g, (c) => BY_RADICAL.get(c) ?? c.normalize('NFKC'))
}
