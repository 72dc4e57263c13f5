/**
 * Which parts of a package are the document, its styles, its numbering, its notes: by the relationships that say so
 * (ECMA-376 Part 2, 6.5), not by file names. What lies outside the package is never looked for.
 */
import { PlanparseError } from '../../error.ts'
import { type Archive, partName } from '../zip.ts'
import { type Element, readXml } from './xml.ts'

export interface Parts {
  document: string
  styles: string | null
  numbering: string | null
  /** Notes, headers, footers and comments, in the order in which they follow the body. */
  others: string[]
}

interface Relation {
  /** The last word of the relationship's type: `styles`. */
  type: string
  /** The part's name. */
  target: string
}

const OTHERS = ['footnotes', 'endnotes', 'header', 'footer', 'comments']

export async function findParts(archive: Archive): Promise<Parts> {
  const document = await findDocument(archive)
  const relations = await relationsOf(archive, document)
  const first = (type: string) => relations.find((relation) => relation.type === type)?.target ?? null
  const others = OTHERS.flatMap((type) => relations.filter((relation) => relation.type === type))
  return {
    document,
    styles: first('styles'),
    numbering: first('numbering'),
    others: [...new Set(others.map((relation) => relation.target))],
  }
}

async function findDocument(archive: Archive): Promise<string> {
  const relations = await relationsOf(archive, '')
  const document = relations.find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml'
  if (!archive.has(document)) throw new PlanparseError('zip-unknown')
  return document
}

async function relationsOf(archive: Archive, part: string): Promise<Relation[]> {
  const relations: Relation[] = []
  const open = (element: Element) => {
    const relation = element.name === 'rel:Relationship' ? relationOf(element, part) : null
    if (relation) relations.push(relation)
    return false
  }
  await readXml(archive, relationsPart(part), { open, close() {}, text() {} })
  return relations
}

/** `word/document.xml` → `word/_rels/document.xml.rels`; the package's own are in `_rels/.rels`. */
function relationsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

function relationOf(element: Element, part: string): Relation | null {
  const target = element.attr('Target')
  if (target === null || element.attr('TargetMode') === 'External') return null
  return { type: element.attr('Type')?.split('/').at(-1) ?? '', target: resolve(target, part) }
}

/** A target is relative to the folder of the part that names it; it does not leave the package. */
function resolve(target: string, part: string): string {
  const path: string[] = target.startsWith('/') ? [] : part.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return partName(path.join('/'))
}
