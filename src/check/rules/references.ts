/**
 * Citations: 《…》 without its number where the others have one.
 */
import type { Reference } from '../../plan.ts'
import { squeeze } from '../../text/chars.ts'
import { counted, type Found, quote, type Rule } from '../rule.ts'
import type { Subject } from '../subject.ts'

/** Documents that have a number of their own; laws, standards, outlines, books and forms have none. */
const NUMBERED =
  /(?:通知|意见|决定|批复|函|通报|公告|方案|办法|细则|要点|计划|规划|安排|规定|预案)(?:[（(][^（()）]{1,8}[）)])?$/

/** 《实施方案》 is short for one that was cited, or for the plan itself. */
const SHORT = 6

function* findWithoutNumber({ plan, text }: Subject): Generator<Found> {
  const { references, title } = plan.document
  const given = new Set(references.filter((each) => each.number !== null).map((each) => each.title))
  const own = squeeze(title ?? '')
  const without = firstOfEach(references).filter(
    (each) =>
      NUMBERED.test(each.title) &&
      each.title.length > SHORT &&
      !given.has(each.title) &&
      !own.includes(each.title) &&
      !isSaidOtherwise(each, text),
  )
  if (given.size === 0 || without.length > given.size) return
  for (const { title: name, position } of without) {
    yield {
      at: { start: position.start.offset, end: position.end.offset },
      reason: {
        zh: `引用《${quote(name)}》没有写文号，另外引用的 ${given.size} 份文件写了`,
        en: `《${quote(name)}》 is cited without its number; ${counted(given.size, 'other')} cited here ${given.size === 1 ? 'has' : 'have'} one`,
      },
    }
  }
}

function firstOfEach(references: readonly Reference[]): Reference[] {
  const seen = new Set<string>()
  return references.filter(({ title }) => !seen.has(title) && seen.add(title))
}

/** A bracket follows that says another thing of it: （以下简称…）, （见附件）. */
function isSaidOtherwise({ position }: Reference, text: string): boolean {
  return /^\s{0,3}[（(]/.test(text.slice(position.end.offset, position.end.offset + 5))
}

const CITED =
  '一、落实《关于加强政务公开的通知》（云府办〔2022〕3号）和《关于推进便民服务的意见》（云政发〔2022〕9号）要求。\n'

export const REFERENCES = [
  {
    id: 'reference-without-number',
    severity: 'info',
    title: { zh: '引用文件没有文号', en: 'A document cited without its number' },
    help: {
      zh: '引用公文应当先引标题、后引发文字号。别的引用有文号，少数通知、意见、方案、办法等没有时提出；法律法规、标准、纲要不算，已经写过文号的不必再写。',
      en: 'A document is cited by its title and its number. Told of a notice, opinion, scheme and the like without one, where others have theirs; laws, standards and outlines have none, and a number is given once.',
    },
    find: findWithoutNumber,
    examples: {
      bad: [`${CITED}二、落实⟦《关于做好年度考核的通知》⟧要求。`],
      good: [
        `${CITED}二、落实《中华人民共和国档案法》要求。`,
        `${CITED}二、继续落实《关于推进便民服务的意见》。`,
        `${CITED}二、编制《政务公开年度工作方案》（以下简称《方案》）。`,
      ],
    },
  },
] as const satisfies readonly Rule[]
