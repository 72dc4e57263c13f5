/** The tree of a page, walked without recursion: pages may be nested as deep as they like. */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5'

export type Node = Tree.Node
export type Element = Tree.Element

export function isElement(node: Node): node is Element {
  return 'tagName' in node
}

export function childrenOf(node: Node): readonly Node[] {
  return 'childNodes' in node ? node.childNodes : []
}

/** The text of a text node; nothing of others. */
export function textOf(node: Node): string {
  return node.nodeName === '#text' ? (node as Tree.TextNode).value : ''
}

/** An attribute, or '' where it is not there. */
export function attribute(element: Element, name: string): string {
  return element.attrs.find((each) => each.name === name)?.value ?? ''
}

/** A node and all below it, in the order of the page; nothing of elements that `enters` refuses. */
export function nodesOf(root: Node, enters: (element: Element) => boolean = () => true): Node[] {
  const found: Node[] = []
  const open: Node[] = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    if (isElement(node) && !enters(node)) continue
    found.push(node)
    const children = childrenOf(node)
    for (let i = children.length - 1; i >= 0; i--) open.push(children[i] as Node)
  }
  return found
}

const UNSEEN = new Set(
  'script style noscript template head iframe object embed svg canvas audio video select option textarea input button datalist map'.split(
    ' ',
  ),
)

/** True for what a browser does not show as text of the page. */
export function isHidden(element: Element): boolean {
  if (UNSEEN.has(element.tagName)) return true
  if (element.attrs.length === 0) return false
  return (
    element.attrs.some(({ name }) => name === 'hidden') ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, 'style'))
  )
}

/** What stands in an element, in characters that are not white space. */
export interface Measure {
  /** Outside of links. */
  words: number
  /** Within links. */
  links: number
  /** Commas and full stops outside of links: sentences, which menus, data of the page and footers are not. */
  marks: number
  /** Tables below it, itself not counted. */
  tables: number
}

export type Measures = ReadonlyMap<Node, Measure>

/** Measures all elements at once, from the leaves up. */
export function measure(root: Node): Measures {
  const measures = new Map<Node, Measure>()
  const nodes = nodesOf(root, (element) => !isHidden(element))
  const linked = new Set<Node>()
  for (const node of nodes) {
    const within = linked.has('parentNode' in node ? (node.parentNode as Node) : node)
    if (within || (isElement(node) && node.tagName === 'a')) linked.add(node)
    const text = textOf(node)
    const length = text.replace(/\s+/g, '').length
    const marks = within ? 0 : (text.match(/[，。；]/g)?.length ?? 0)
    measures.set(node, { words: within ? 0 : length, links: within ? length : 0, marks, tables: 0 })
  }
  for (let i = nodes.length - 1; i > 0; i--) {
    const node = nodes[i] as Tree.ChildNode
    const own = measures.get(node) as Measure
    const above = measures.get(node.parentNode as Node)
    if (!above) continue
    above.words += own.words
    above.links += own.links
    above.marks += own.marks
    above.tables += own.tables + (isElement(node) && node.tagName === 'table' ? 1 : 0)
  }
  return measures
}
