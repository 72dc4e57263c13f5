/**
 * Styles, as far as reading needs them: what a paragraph style, with those it is based on, says of numbering, of the
 * level in the outline and of hidden text (ECMA-376 Part 1, 17.7).
 */
import type { Archive } from '../zip.ts'
import { type Element, isOn, numberAt, readXml } from './xml.ts'

/** What a style says, or a paragraph for itself; `null` where it says nothing. */
export interface Said {
  numId: string | null
  ilvl: number | null
  /** Outline level from 0; 9 is body text. */
  outline: number | null
  hidden: boolean | null
}

export interface Style extends Said {
  id: string
  name: string
  basedOn: string | null
}

/** A style with everything that it has from those it is based on. */
export interface ResolvedStyle extends Said {
  /** The style that the list is from, whose level may be named in the list itself. */
  listStyle: string | null
  /** The names of the style and of those it is based on. */
  names: readonly string[]
}

export const EMPTY: Said = { numId: null, ilvl: null, outline: null, hidden: null }

export class Styles {
  readonly #styles: ReadonlyMap<string, Style>
  readonly #resolved = new Map<string, ResolvedStyle>()
  /** The style of paragraphs that name none. */
  readonly #default: string

  constructor(styles: ReadonlyMap<string, Style>, byDefault: string) {
    this.#styles = styles
    this.#default = byDefault
  }

  /** A style by its id, the default paragraph style for `null`. */
  get(id: string | null): ResolvedStyle {
    const key = id ?? this.#default
    const known = this.#resolved.get(key) ?? this.#resolve(key)
    this.#resolved.set(key, known)
    return known
  }

  #resolve(id: string): ResolvedStyle {
    const resolved: ResolvedStyle = { ...EMPTY, listStyle: null, names: [] }
    const names: string[] = []
    const seen = new Set<string>()
    for (
      let style = this.#styles.get(id);
      style && !seen.has(style.id);
      style = this.#styles.get(style.basedOn ?? '')
    ) {
      seen.add(style.id)
      names.push(style.name)
      if (style.numId !== null && resolved.numId === null) resolved.listStyle = style.id
      resolved.numId ??= style.numId
      resolved.ilvl ??= style.ilvl
      resolved.outline ??= style.outline ?? outlineByName(style.name)
      resolved.hidden ??= style.hidden
    }
    return { ...resolved, names }
  }
}

/** The built-in heading styles are at their level whether or not the file says so. */
function outlineByName(name: string): number | null {
  const level = /^(?:heading|标题) ?([1-9])$/i.exec(name)?.[1]
  return level === undefined ? null : Number(level) - 1
}

export async function readStyles(archive: Archive, part: string | null): Promise<Styles> {
  const reader = new StylesReader()
  if (part !== null) await readXml(archive, part, reader)
  return new Styles(reader.styles, reader.byDefault)
}

class StylesReader {
  readonly styles = new Map<string, Style>()
  byDefault = ''
  #style: Style | null = null

  open(element: Element): boolean {
    const style = this.#style
    if (element.name === 'w:style') this.#begin(element)
    else if (style === null) return false
    else if (element.name.endsWith('Change') || element.name === 'w:tblStylePr') return true
    else if (element.name === 'w:name') style.name = element.attr('val') ?? ''
    else if (element.name === 'w:basedOn') style.basedOn = element.attr('val')
    else say(style, element)
    return false
  }

  #begin(element: Element): void {
    const id = element.attr('styleId') ?? ''
    this.#style = { ...EMPTY, id, name: '', basedOn: null }
    this.styles.set(id, this.#style)
    const first = element.attr('default')
    if (element.attr('type') === 'paragraph' && first !== null && !['0', 'false', 'off'].includes(first))
      this.byDefault = id
  }

  close(name: string): void {
    if (name === 'w:style') this.#style = null
  }

  text(): void {}
}

/** Takes down what a property says. */
export function say(said: Said, element: Element): void {
  if (element.name === 'w:numId') said.numId = element.attr('val')
  else if (element.name === 'w:ilvl') said.ilvl = numberAt(element)
  else if (element.name === 'w:outlineLvl') said.outline = numberAt(element)
  else if (element.name === 'w:vanish') said.hidden = isOn(element)
}
