import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { type DefaultTreeAdapterTypes as Dom, parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import type { Plan } from '../../src/plan.ts'
import { SCRIPT } from '../../src/write/html/assets.generated.ts'
import { type PageDocument, pageDocument } from '../../src/write/html/model.ts'
import { html } from '../../src/write/html.ts'
import { writePlan } from '../../src/write/index.ts'
import { AT, plan, samplePlan, section, task, unit } from '../plans.ts'

type Element = Dom.Element

/** Every element of a page, in order. */
function elementsOf(page: string): Element[] {
  const all = (node: Dom.Node): Element[] => [
    ...('tagName' in node ? [node] : []),
    ...('childNodes' in node ? node.childNodes.flatMap(all) : []),
  ]
  return all(parse(page))
}

const textOf = (element: Element | undefined) =>
  (element?.childNodes ?? []).map((node) => ('value' in node ? node.value : '')).join('')
const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value
const isData = (element: Element) => attribute(element, 'type') === 'application/json'
const dataIn = (page: string): PageDocument[] =>
  elementsOf(page)
    .filter(isData)
    .map((element) => JSON.parse(textOf(element)))

/** All that is markup in a page: its elements with their attributes and texts, but for the data. */
function markupOf(page: string) {
  return elementsOf(page).map((element) => [
    element.tagName,
    element.attrs,
    isData(element) ? 'data' : element.childNodes.map((node) => ('value' in node ? node.value : node.nodeName)),
  ])
}

/** A plan in which each field that holds words of the document, or the name of a file, says the same. */
function planSaying(words: string): Plan {
  const said = section(
    [
      task({
        id: words,
        marker: words,
        title: words,
        text: words,
        status: words,
        units: [unit(words, 'lead')],
        deadlines: [{ raw: words, kind: 'unrecognized', source: 'annotation', position: AT }],
        extra: [{ label: words, value: words, position: AT }],
      }),
    ],
    { title: words, marker: words },
  )
  const document = { ...plan([]).document, title: words, number: words, issuer: words, text: words }
  return plan([said], {
    document,
    source: { path: words, format: 'text', encoding: 'utf-8', map: null },
    messages: [{ code: 'text-unread', severity: 'warning', reason: words, position: AT }],
  })
}

const PAYLOADS = [
  '</script><script>alert(1)</script>',
  '<!--<script>',
  '--><img src=x onerror=alert(1)>',
  ']]><svg onload=alert(1)>',
  '</style><style>*{display:none}',
  'javascript:alert(1)',
  '"><a href="javascript:alert(1)">x</a>',
  `' onmouseover='alert(1)`,
  '&lt;b&gt;&quot;&#60;script>',
  '\u2028alert(1)\u2029',
  '\u0000\r\n\u001b[31m\u202e\ufeff\ud800',
  '../../etc/passwd',
]

describe('what a document says is data', () => {
  test.each(PAYLOADS)('%j makes no element and no attribute', async (words) => {
    const page = await writePlan(planSaying(words), 'html')
    expect(markupOf(page)).toEqual(markupOf(await writePlan(planSaying('甲'), 'html')))
    expect(dataIn(page)).toEqual([pageDocument(planSaying(words))])
  })

  test('nor does anything else', async () => {
    const plain = markupOf(await writePlan(planSaying('甲'), 'html'))
    const words = fc.string({ unit: fc.oneof(fc.constantFrom(...'<>/!-"\'&scrptSCRIPT \n\\u2028'), fc.string()) })
    await fc.assert(
      fc.asyncProperty(words, async (said) => {
        const page = await writePlan(planSaying(said), 'html')
        expect(dataIn(page)).toEqual([pageDocument(planSaying(said))])
        expect(markupOf(page)).toEqual(plain)
      }),
      { numRuns: 50 },
    )
  })
})

describe('the page', () => {
  test('loads nothing, and runs nothing but its own script and style', async () => {
    const page = await writePlan(samplePlan(), 'html')
    const elements = elementsOf(page)
    const hash = (element: Element | undefined) =>
      `'sha256-${createHash('sha256').update(textOf(element)).digest('base64')}'`
    const policy = elements.find((element) => attribute(element, 'http-equiv') === 'Content-Security-Policy')
    const script = elements.filter((element) => element.tagName === 'script' && !isData(element))
    const style = elements.filter((element) => element.tagName === 'style')
    expect([script.length, style.length]).toEqual([1, 1])
    expect(attribute(policy as Element, 'content')?.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hash(script[0])}`,
      `style-src ${hash(style[0])}`,
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
    ])
    for (const element of elements) {
      for (const name of ['src', 'href', 'srcset', 'data', 'action', 'style']) {
        expect(attribute(element, name)).toBeUndefined()
      }
    }
    // Before the policy nothing stands that it would come too late for.
    const head = elements.slice(0, elements.indexOf(policy as Element)).map(({ tagName }) => tagName)
    expect(head).toEqual(['html', 'head', 'meta'])
  })

  test('has a script that knows no way from text to markup or code', () => {
    expect(SCRIPT).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|setHTML|DOMParser|createContextualFragment|document\.write|\beval\b|Function\(/,
    )
    expect(SCRIPT).not.toMatch(/fetch\(|XMLHttpRequest|sendBeacon|WebSocket|\bimport\b/)
  })

  test('is the same bytes for the same plans', async () => {
    expect(await writePlan(samplePlan(), 'html')).toBe(await writePlan(samplePlan(), 'html'))
  })

  test.each([
    ['zh', 'zh-CN', '任务核对'],
    ['en', 'en', 'Task review'],
  ] as const)('in %s', async (lang, tag, title) => {
    const elements = elementsOf(await writePlan(samplePlan(), 'html', { lang }))
    expect(attribute(elements[0] as Element, 'lang')).toBe(tag)
    expect(textOf(elements.find(({ tagName }) => tagName === 'title'))).toBe(title)
  })

  test('of several plans holds each; of none none', async () => {
    const page = async (plans: Plan[]) => {
      const writing = html({ several: true })
      return [writing.begin(), ...plans.flatMap((one) => [...writing.plan(one)]), await writing.end(plans.length)].join(
        '',
      )
    }
    expect(dataIn(await page([planSaying('甲'), planSaying('乙')])).map(({ title }) => title)).toEqual(['甲', '乙'])
    expect(dataIn(await page([]))).toEqual([])
  })
})
