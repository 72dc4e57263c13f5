/**
 * Lists as the numbering part defines them (ECMA-376 Part 1, 17.9): abstract definitions with up to nine levels, and
 * the lists made from them, which may override levels and where they start.
 */
import type { Archive } from '../zip.ts'
import type { Styles } from './styles.ts'
import { symbolOf } from './symbols.ts'
import { type Element, isOn, numberAt, readXml } from './xml.ts'

export interface Level {
  start: number
  /** The name of a number format. */
  format: string
  /** `（%1）`: what stands around the numbers of this level and those above. */
  text: string
  /** The level, from 1, whose use restarts this one; 0 for none, `null` for any above it. */
  restart: number | null
  /** All numbers in the marker are plain digits, whatever their own formats. */
  legal: boolean
  /** The paragraph style that is numbered at this level. */
  style: string | null
  /** The number that a `custom` format pads to this width. */
  width: number
}

interface Abstract {
  levels: Map<number, Level>
  /** The list is defined under this numbering style. */
  link: string | null
}

interface Override {
  start: number | null
  level: Level | null
}

interface Num {
  abstract: string
  overrides: Map<number, Override>
}

/** A list that paragraphs can be in. */
export interface List {
  /** Lists of one abstract definition count together. */
  counts: string
  levels: ReadonlyMap<number, Level>
  /** Where levels start when this list first uses them. */
  starts: ReadonlyMap<number, number>
}

export class Numbering {
  readonly #abstracts: ReadonlyMap<string, Abstract>
  readonly #nums: ReadonlyMap<string, Num>
  readonly #styles: Styles
  readonly #lists = new Map<string, List | null>()

  constructor(abstracts: ReadonlyMap<string, Abstract>, nums: ReadonlyMap<string, Num>, styles: Styles) {
    this.#abstracts = abstracts
    this.#nums = nums
    this.#styles = styles
  }

  /** A list by its `numId`; `null` for 0, which takes numbering away, and for those that are not defined. */
  list(numId: string): List | null {
    const known = this.#lists.get(numId)
    if (known !== undefined) return known
    const list = numId === '0' ? null : this.#resolve(numId)
    this.#lists.set(numId, list)
    return list
  }

  #resolve(numId: string): List | null {
    const num = this.#nums.get(numId)
    const found = num ? this.#abstract(num.abstract) : null
    if (!num || !found) return null
    const levels = new Map(found.abstract.levels)
    const starts = new Map<number, number>()
    for (const [ilvl, { start, level }] of num.overrides) {
      if (level) levels.set(ilvl, level)
      if (start !== null) starts.set(ilvl, start)
    }
    return { counts: found.id, levels, starts }
  }

  /** An abstract definition, or the one under the numbering style that it links to (17.9.21). */
  #abstract(id: string): { id: string; abstract: Abstract } | null {
    const seen = new Set<string>()
    for (let at = id; !seen.has(at); ) {
      seen.add(at)
      const abstract = this.#abstracts.get(at)
      if (!abstract) return null
      if (abstract.link === null) return { id: at, abstract }
      at = this.#nums.get(this.#styles.get(abstract.link).numId ?? '')?.abstract ?? ''
    }
    return null
  }
}

export async function readNumbering(archive: Archive, part: string | null, styles: Styles): Promise<Numbering> {
  const reader = new NumberingReader()
  if (part !== null) await readXml(archive, part, reader)
  return new Numbering(reader.abstracts, reader.nums, styles)
}

class NumberingReader {
  readonly abstracts = new Map<string, Abstract>()
  readonly nums = new Map<string, Num>()
  #abstract: Abstract | null = null
  #num: Num | null = null
  #override: Override | null = null
  #level: Level | null = null

  open(element: Element): boolean {
    if (this.#level) levelSays(this.#level, element)
    else if (element.name === 'w:lvl') this.#beginLevel(element)
    else if (this.#num) this.#numSays(this.#num, element)
    else if (this.#abstract) this.#abstractSays(this.#abstract, element)
    else if (element.name === 'w:abstractNum') this.#beginAbstract(element.attr('abstractNumId') ?? '')
    else if (element.name === 'w:num') this.#beginNum(element.attr('numId') ?? '')
    return element.name.endsWith('Change')
  }

  #beginAbstract(id: string): void {
    this.#abstract = { levels: new Map(), link: null }
    this.abstracts.set(id, this.#abstract)
  }

  #abstractSays(abstract: Abstract, element: Element): void {
    if (element.name === 'w:numStyleLink') abstract.link = element.attr('val')
  }

  #beginNum(id: string): void {
    this.#num = { abstract: '', overrides: new Map() }
    this.nums.set(id, this.#num)
  }

  #numSays(num: Num, element: Element): void {
    if (element.name === 'w:abstractNumId') num.abstract = element.attr('val') ?? ''
    else if (element.name === 'w:lvlOverride') {
      this.#override = { start: null, level: null }
      num.overrides.set(numberAt(element, 'ilvl') ?? 0, this.#override)
    } else if (element.name === 'w:startOverride' && this.#override) this.#override.start = numberAt(element)
  }

  #beginLevel(element: Element): void {
    this.#level = { start: 0, format: 'decimal', text: '', restart: null, legal: false, style: null, width: 0 }
    if (this.#override) this.#override.level = this.#level
    else this.#abstract?.levels.set(numberAt(element, 'ilvl') ?? 0, this.#level)
  }

  close(name: string): void {
    if (name === 'w:lvl') this.#level = null
    else if (name === 'w:lvlOverride') this.#override = null
    else if (name === 'w:num') this.#num = null
    else if (name === 'w:abstractNum') this.#abstract = null
  }

  text(): void {}
}

function levelSays(level: Level, element: Element): void {
  const value = element.attr('val') ?? ''
  switch (element.name) {
    case 'w:start':
      level.start = numberAt(element) ?? 0
      break
    case 'w:numFmt':
      level.format = value
      // 001, 002, 003, …: the one custom format that Word itself offers.
      level.width = /^0*\d/.exec(element.attr('format') ?? '')?.[0].length ?? 0
      break
    case 'w:lvlText':
      level.text = value
      break
    case 'w:lvlRestart':
      level.restart = numberAt(element)
      break
    case 'w:isLgl':
      level.legal = isOn(element)
      break
    case 'w:pStyle':
      level.style = value
      break
    case 'w:rFonts':
      if (level.format === 'bullet')
        level.text = symbolOf(level.text, element.attr('ascii') ?? element.attr('hAnsi') ?? '')
  }
}
