/**
 * Bold words in Chinese. By CommonMark (0.31, 6.2) marks do not close between punctuation and a letter, nor open between
 * a letter and punctuation; but Chinese sets no blank after a sentence: **压实责任。**各单位按月调度. There they do.
 */
import type { Data, Processor } from 'unified'

type Extension = NonNullable<Data['micromarkExtensions']>[number]
type Construct = Exclude<NonNullable<NonNullable<Extension['text']>[number]>, readonly unknown[]>
type Context = ThisParameterType<Construct['tokenize']>
type Code = Context['previous']

const STAR = 42
/** What words in bold may end with, and begin with. */
const LAST = /[。，、；：！？…）】〕〗》〉」』”’.,;:!?)\]"'%]/
const FIRST = /[（【〔〖《〈「『“‘(["'#]/
/** Chinese characters, and the punctuation that is set as wide. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/

/** A plug-in for remark: stars open and close in Chinese as they do elsewhere beside blanks. */
export function withWideEmphasis(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { text: { [STAR]: emphasis } }]
}

/** The library's own reading of stars, which says after each run of them whether it may open and close. */
const emphasis: Construct = {
  name: 'attention',
  tokenize(effects, ok, nok) {
    const { previous } = this
    let run: ReturnType<typeof effects.exit> | undefined
    const watched: typeof effects = {
      ...effects,
      exit: (type) => {
        run = effects.exit(type)
        return run
      },
    }
    const after: typeof ok = (code) => {
      if (run && isBetweenWide(previous, code)) {
        run._close ||= LAST.test(characterOf(previous))
        run._open ||= FIRST.test(characterOf(code))
      }
      return ok(code)
    }
    return libraryOwn(this).tokenize.call(this, watched, after, nok)
  },
  resolveAll: (events, context) => libraryOwn(context).resolveAll?.(events, context) ?? events,
}

function libraryOwn({ parser }: Context): Construct {
  const resolvers = parser.constructs.insideSpan.null ?? []
  return resolvers.find((each) => 'name' in each && each.name === 'attention') as Construct
}

/** Neither side blank, one of them Chinese. */
function isBetweenWide(before: Code, after: Code): boolean {
  const sides = [characterOf(before), characterOf(after)]
  return sides.every((side) => /\S/.test(side)) && sides.some((side) => WIDE.test(side) && side !== '\u3000')
}

/** The character of a code of the library, which writes ends of lines and of the text as none. */
function characterOf(code: Code): string {
  return code === null || code < 0 ? '' : String.fromCharCode(code)
}
