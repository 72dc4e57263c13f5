/**
 * Patterns of file names: `*`, `?`, `[a-z]`, `{one,two}`, `**` for folders, `\` before a sign that stands for itself.
 * All ways through a pattern are followed at once, sign by sign: no name, and no pattern, makes that take longer than
 * the one times the other, as it does where a regular expression goes back.
 */

export interface GlobOptions {
  /** `{one,two}`; else a brace stands for itself, as in .gitignore. */
  braces: boolean
  /** Signs for any character stand for a dot at the beginning of a name too. */
  dots: boolean
}

/** A place in a pattern: what may come next, and which places are reached by that. */
interface Place {
  /** `null` where nothing is taken, and one goes on to all of `next`. */
  takes: ((character: string) => boolean) | null
  /** It is a dot that stands for itself at the beginning of a name. */
  isDot: boolean
  next: Place[]
}

/** How far a name has come in a pattern: all places where it may be. */
export type Ways = ReadonlySet<Place>

export class Glob {
  readonly #start: Place
  readonly #end: Place
  readonly #dots: boolean

  constructor(pattern: string, options: GlobOptions) {
    const { start, end } = placesOf(signsOf(pattern, options.braces))
    this.#start = start
    this.#end = end
    this.#dots = options.dots
  }

  start(): Ways {
    return closure([this.#start])
  }

  /** Goes on by the name of a file or folder, or by the `/` between two; none are left where nothing like it is meant. */
  after(ways: Ways, name: string): Ways {
    let before = '/'
    let current = ways
    for (const character of name) {
      if (current.size === 0) break
      const isHidden = character === '.' && before === '/' && !this.#dots
      const reached: Place[] = []
      for (const place of current)
        if (place.takes?.(character) && (!isHidden || place.isDot)) reached.push(...place.next)
      current = closure(reached)
      before = character
    }
    return current
  }

  /** A name that has come so far is one that is meant. */
  isMeant(ways: Ways): boolean {
    return ways.has(this.#end)
  }

  /** A path, with `/` between its names, is one that is meant. */
  has(path: string): boolean {
    return this.isMeant(this.after(this.start(), path))
  }
}

function closure(places: Place[]): Ways {
  const all = new Set<Place>()
  for (let place = places.pop(); place; place = places.pop()) {
    if (all.has(place)) continue
    all.add(place)
    if (place.takes === null) for (const next of place.next) places.push(next)
  }
  return all
}

/** What a pattern is made of. */
type Sign = One | { kind: 'star' | 'stars' | 'open' | 'comma' | 'close' }

/** One character: any of some, or the one that is its `text`. */
interface One {
  kind: 'one'
  takes: (character: string) => boolean
  text?: string
}

const isAny = (character: string) => character !== '/'

function signsOf(pattern: string, braces: boolean): Sign[] {
  const characters = [...pattern]
  const signs: Sign[] = []
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i] as string
    if (character === '\\' && i + 1 < characters.length) signs.push(itself(characters[++i] as string))
    else if (character === '?') signs.push({ kind: 'one', takes: isAny })
    else if (character === '*') {
      const from = i
      while (characters[i + 1] === '*') i++
      signs.push({ kind: i > from ? 'stars' : 'star' })
    } else if (character === '[') {
      const found = classAt(characters, i)
      signs.push(found ? { kind: 'one', takes: found.takes } : itself(character))
      if (found) i = found.end
    } else signs.push(braces ? (BRACES.get(character) ?? itself(character)) : itself(character))
  }
  return braces ? withPairsOnly(signs) : signs
}

function itself(text: string): One {
  return { kind: 'one', takes: (character) => character === text, text }
}

const BRACES: ReadonlyMap<string, Sign> = new Map([
  ['{', { kind: 'open' }],
  [',', { kind: 'comma' }],
  ['}', { kind: 'close' }],
])

/** A brace that has no other half, or no comma in it, stands for itself; so does a comma outside. */
function withPairsOnly(signs: readonly Sign[]): Sign[] {
  const paired = new Set<number>()
  const open: number[][] = []
  for (const [i, { kind }] of signs.entries()) {
    if (kind === 'open') open.push([i])
    else if (kind === 'comma') open.at(-1)?.push(i)
    else if (kind === 'close') {
      const pair = [...(open.pop() ?? []), i]
      if (pair.length > 2) for (const each of pair) paired.add(each)
    }
  }
  const texts = { open: '{', comma: ',', close: '}' } as const
  return signs.map((sign, i) => (sign.kind in texts && !paired.has(i) ? itself(texts[sign.kind as 'open']) : sign))
}

/** `[a-z]`, `[!a-z]`, `[^a-z]`; a `]` at the beginning is one of the characters. `null` where it is not closed. */
function classAt(
  characters: readonly string[],
  start: number,
): { takes: (character: string) => boolean; end: number } | null {
  let i = start + 1
  const isNegated = characters[i] === '!' || characters[i] === '^'
  if (isNegated) i++
  const ranges: (readonly [from: string, to: string])[] = []
  const one = () => characters[characters[i] === '\\' && i + 1 < characters.length ? ++i : i] as string
  for (const first = i; i < characters.length && (characters[i] !== ']' || i === first); i++) {
    if (characters[i] === '/') return null
    const from = one()
    if (characters[i + 1] !== '-' || (characters[i + 2] ?? ']') === ']') ranges.push([from, from])
    else {
      i += 2
      ranges.push([from, one()])
    }
  }
  if (i >= characters.length) return null
  const isAmong = (character: string) => {
    const code = codeOf(character)
    return ranges.some(([from, to]) => codeOf(from) <= code && code <= codeOf(to))
  }
  return { takes: (character) => character !== '/' && isAmong(character) !== isNegated, end: i }
}

function codeOf(character: string): number {
  return character.codePointAt(0) as number
}

function placesOf(signs: readonly Sign[]): { start: Place; end: Place } {
  const start = crossing()
  /** Braces that are open: where they begin and end, and whether they stand at the beginning of a name. */
  const open: { from: Place; to: Place; isFirst: boolean }[] = []
  let end = start
  let isFirst = true
  const goOn = (next: Place) => {
    end.next.push(next)
    end = next
  }
  const one = (takes: Place['takes'], isDot = false) => {
    const after = crossing()
    end.next.push({ takes, isDot, next: [after] })
    end = after
  }
  const anyNumber = () => {
    const again = crossing()
    again.next.push({ takes: isAny, isDot: false, next: [again] })
    goOn(again)
  }
  for (let i = 0; i < signs.length; i++) {
    const sign = signs[i] as Sign
    if (sign.kind === 'one') one(sign.takes, isFirst && sign.text === '.')
    else if (sign.kind === 'stars' && isFirst && endsName(signs[i + 1])) {
      // A name of at least one character, then the / after it, as often as there are folders.
      const folders = crossing()
      goOn(folders)
      one(isAny)
      anyNumber()
      end.next.push({ takes: SLASH.takes, isDot: false, next: [folders] })
      if (isSlash(signs[i + 1])) {
        end = folders
        i++
      }
    } else if (sign.kind === 'star' || sign.kind === 'stars') anyNumber()
    else if (sign.kind === 'open') {
      open.push({ from: end, to: crossing(), isFirst })
      goOn(crossing())
    } else {
      const brace = open.at(-1) as (typeof open)[number]
      goOn(brace.to)
      if (sign.kind === 'close') open.pop()
      else {
        end = brace.from
        goOn(crossing())
      }
    }
    isFirst =
      isSlash(signs[i]) || (isFirst && sign.kind === 'open') || (sign.kind === 'comma' && open.at(-1)?.isFirst === true)
  }
  return { start, end }
}

function crossing(): Place {
  return { takes: null, isDot: false, next: [] }
}

const SLASH = itself('/')

function isSlash(sign: Sign | undefined): boolean {
  return sign?.kind === 'one' && sign.text === '/'
}

function endsName(sign: Sign | undefined): boolean {
  return sign === undefined || sign.kind === 'comma' || sign.kind === 'close' || isSlash(sign)
}
