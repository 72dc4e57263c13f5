/**
 * HTML: a page as saved from a government site, or a piece of one. The article is found in the page; what the site
 * puts around it is furniture. The text is what the page shows: one paragraph a line, cells set apart by tabs.
 */
import type { Meta } from '../stages.ts'
import { findArticle } from './html/article.ts'
import { Page } from './html/page.ts'
import { parsePage } from './html/parse.ts'
import { attribute, childrenOf, type Element, isElement, measure, type Node, nodesOf, textOf } from './html/tree.ts'
import type { Reading } from './index.ts'

export function readHtml(html: string): Reading {
  const { root, wordsOf } = parsePage(html)
  const body = bodyOf(root)
  const measures = measure(body)
  const meta = readMeta(root)
  const page = new Page(findArticle(body, measures), measures, [meta.title, titleTag(root)], wordsOf)
  page.read(body)
  return { ...page.finish(html), lines: 'all', notes: [], markup: [], meta }
}

/** A page of frames has no body, and says nothing itself. */
function bodyOf(root: Node): Element {
  const elements = nodesOf(root).filter(isElement)
  const named = (name: string) => elements.find(({ tagName }) => tagName === name)
  return (named('body') ?? named('frameset')) as Element
}

/** Names of meta tags, as sites of the government write them (国办发〔2019〕19号 and older usage). */
const META: Readonly<Record<string, keyof Meta>> = {
  articletitle: 'title',
  pubdate: 'published',
  publishdate: 'published',
  documentnumber: 'number',
  docno: 'number',
}

function headOf(root: Node): Element[] {
  return nodesOf(root).filter(
    (node): node is Element => isElement(node) && (node.tagName === 'meta' || node.tagName === 'title'),
  )
}

function readMeta(root: Node): Meta {
  const meta: Meta = {}
  for (const element of headOf(root)) {
    const key = META[attribute(element, 'name').toLowerCase()]
    const value = attribute(element, 'content').trim()
    if (key && value !== '') meta[key] ??= value
  }
  return meta
}

function titleTag(root: Node): string | undefined {
  const element = headOf(root).find((each) => each.tagName === 'title')
  return element && childrenOf(element).map(textOf).join('').trim()
}
