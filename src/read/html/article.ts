/** Where in a page the article is, and what around and in it is furniture. */
import { attribute, childrenOf, type Element, isElement, type Measure, type Measures, nodesOf } from './tree.ts'

/** Ids and classes of the articles of government sites, folded to lower case. */
const CONTAINERS = new Set([
  'ucap-content',
  'trs_editor',
  'trs_ueditor',
  'view',
  'zoom',
  'contenttext',
  'article-content',
  'articlecontent',
  'article_content',
  'article-con',
  'article_con',
  'news_cont',
  'news_content',
  'news-content',
  'newscontent',
  'xxgk-content',
  'xxgk_content',
  'wzzw',
  'zw',
  'pages_content',
  'con_text',
  'content-text',
  'content_text',
  'zwnr',
  'info-cont',
  'detail-content',
  'detail_content',
  'vsb_content',
  'v_news_content',
  'js_content',
  'j_content',
  'zoomcon',
  'main-txt',
])

/** A container or a child is taken for the article by its share of the words and, where there are so many marks, of those. */
const MANY_MARKS = 10
const OF_CONTAINER = { words: 0.25, marks: 0.5 }
const OF_CHILD = { words: 0.7, marks: 0 }
const OF_CHILD_WITH_SENTENCES = { words: 0.3, marks: 0.9 }

function holds(own: Measure | undefined, whole: Measure | undefined, share: { words: number; marks: number }): boolean {
  if (!own || !whole) return false
  return own.words >= whole.words * share.words && (whole.marks < MANY_MARKS || own.marks >= whole.marks * share.marks)
}

/** The element that holds the article; the body itself where the page has nothing else. */
export function findArticle(body: Element, measures: Measures): Element {
  const dense = densest(body, measures)
  const words = (element: Element) => measures.get(element)?.words ?? 0
  let best: Element | null = null
  for (const node of nodesOf(body)) {
    if (!isElement(node) || !namesOf(node).some((name) => CONTAINERS.has(name))) continue
    // An inner container is taken before the outer one, unless it holds but a part.
    if (words(node) >= 20 && (best === null || words(node) >= words(best) * 0.9)) best = node
  }
  return best !== null && holds(measures.get(best), measures.get(dense), OF_CONTAINER) ? best : dense
}

/** Down from the body, as long as one child holds nearly all the words. */
function densest(body: Element, measures: Measures): Element {
  let element = body
  let inTable: Element | null = null
  for (;;) {
    const whole = measures.get(element)
    if (!whole || whole.words === 0) break
    const share = whole.marks < MANY_MARKS ? OF_CHILD : OF_CHILD_WITH_SENTENCES
    const child = childrenOf(element).find(
      (each): each is Element => isElement(each) && holds(measures.get(each), whole, share),
    )
    if (!child || INLINE.has(child.tagName)) break
    // A table is an article only where one cell holds it all.
    if (child.tagName === 'table') inTable ??= element
    if (child.tagName === 'td' || child.tagName === 'th') inTable = null
    element = child
  }
  if (inTable) return inTable
  return /^(?:p|h[1-6]|li)$/.test(element.tagName) ? ((element.parentNode as Element | null) ?? element) : element
}

const INLINE = new Set('a span font b strong i em u s small big sub sup label'.split(' '))

function namesOf(element: Element): string[] {
  const names = `${attribute(element, 'id')} ${attribute(element, 'class')}`.trim()
  return names === '' ? [] : names.toLowerCase().split(/\s+/)
}

const FURNITURE_TAGS = new Set(['nav', 'footer', 'aside', 'form'])
const FURNITURE_NAMES =
  /(?:^|[-_])(?:nav|navbar|menu|crumb|crumbs|breadcrumb|breadcrumbs|position|dqwz|footer|foot|copyright|share|bshare|bdsharebuttonbox|bdshare|fenxiang|toolbar|tools|print|pager|page-nav|prevnext|pre-next|related|relevant|sidebar|side|search|qrcode|ewm|font-size|fontsize|wzdx)(?:$|[-_])/

/** True for what a site puts around or into an article: it says so, or it holds little but links. */
export function isFurniture(element: Element, measures: Measures, article: Element): boolean {
  const { words = 0, links = 0 } = measures.get(element) ?? {}
  const whole = measures.get(article)?.words ?? 0
  if (words > whole * 0.3 && words > 100) return false
  if (FURNITURE_TAGS.has(element.tagName) || namesOf(element).some((name) => FURNITURE_NAMES.test(name))) return true
  return /^(?:ul|ol|dl)$/.test(element.tagName) && links > 12 && links > words * 4
}

/** True for what holds the name of the site, which is no title. */
export function isSiteName(element: Element): boolean {
  return (
    element.tagName === 'header' ||
    namesOf(element).some((name) => /(?:^|[-_])(?:header|head|logo|top|banner|sitename)(?:\d?$|[-_])/.test(name))
  )
}

/** True for the element of a page's title: a heading, or a class that says so. */
export function isTitle(element: Element): boolean {
  if (/^h[1-3]$/.test(element.tagName)) return true
  return namesOf(element).some((name) =>
    /(?:^|[-_])(?:title|tit|biaoti|bt|headline|wzbt|contenttitle|articletitle|xxgk_title)(?:\d?$|[-_])/.test(name),
  )
}
