/** GBK bytes of a text; Node only decodes, so every pair of bytes is asked for once. */
const CODES = (() => {
  const codes = new Map<string, number[]>()
  const decoder = new TextDecoder('gbk')
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const c = decoder.decode(new Uint8Array([high, low]))
      if (c.length === 1 && c !== '\ufffd' && !codes.has(c)) codes.set(c, [high, low])
    }
  }
  return codes
})()

export function gbkBytes(text: string): Uint8Array {
  return new Uint8Array(
    Array.from(text).flatMap(
      (c) => CODES.get(c) ?? (c.charCodeAt(0) < 0x80 ? [c.charCodeAt(0)] : (CODES.get('　') ?? [])),
    ),
  )
}
