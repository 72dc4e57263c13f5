/**
 * What each element of a story means for reading it. Elements without a row are looked into: `w:ins`, `w:hyperlink`,
 * `w:smartTag` and others only hold what they hold.
 */
import type { Story } from './story.ts'
import { say } from './styles.ts'
import { symbolOf } from './symbols.ts'
import { type Element, isOn } from './xml.ts'

/** Returns `true` to pass over the element with all that is in it. */
type Opener = (story: Story, element: Element) => boolean | undefined

const skip: Opener = () => true

/** Runs a step; the element is looked into. */
const then =
  (step: (story: Story, element: Element) => void): Opener =>
  (story, element) => {
    step(story, element)
    return undefined
  }

/** Some names mean one thing in a run and another in properties: a tab is also a tab stop. */
const inRun = (step: (story: Story, element: Element) => void): Opener =>
  then((story, element) => {
    if (story.parent() === 'w:r') step(story, element)
  })

/** What a paragraph says of itself, not what its runs or the content control around it say. */
const ofParagraph = (parents: readonly string[]): Opener =>
  then((story, element) => {
    if (story.paragraph && parents.every((name, up) => story.parent(up) === name)) say(story.paragraph.said, element)
  })

const ofTable = then(({ place }, element) => place.property(element.name, element.attr('val')))

const tab = inRun((story) => story.write(story.place.inCell ? ' ' : '\t'))
const lineEnd = inRun((story) => story.breakLine())

/** A deletion is the mark of a row, of the end of a paragraph, or holds the text that went. */
const deletion: Opener = (story) => {
  if (story.parent() === 'w:trPr') story.place.deleteRow()
  else if (story.parent() === 'w:rPr') {
    if (story.paragraph && story.parent(1) === 'w:pPr') story.paragraph.runsOn = true
  } else return true
  return undefined
}

/** Hidden text, or a hidden mark at the end of a paragraph (17.3.2.41). */
const hidden = (isHidden: (story: Story, element: Element) => boolean | null): Opener =>
  then((story, element) => {
    const { paragraph } = story
    if (!paragraph || story.parent() !== 'w:rPr') return
    const value = isHidden(story, element)
    if (value === null) return
    if (story.parent(1) === 'w:r') paragraph.runHidden = value
    else if (story.parent(1) === 'w:pPr') paragraph.markHidden = value
  })

/** Notes that only separate, and the notice that a note goes on, are none. */
const note: Opener = (_, element) => !['normal', null].includes(element.attr('type'))

export const OPEN: Readonly<Record<string, Opener>> = {
  'w:p': (story) => story.openParagraph(),
  'w:pStyle': then(({ paragraph }, element) => {
    if (paragraph) paragraph.style = element.attr('val')
  }),
  'w:numId': ofParagraph(['w:numPr', 'w:pPr']),
  'w:ilvl': ofParagraph(['w:numPr', 'w:pPr']),
  'w:outlineLvl': ofParagraph(['w:pPr']),

  'w:r': then((story) => story.beginRun()),
  'w:rStyle': hidden((story, element) => story.styles.get(element.attr('val')).hidden),
  'w:vanish': hidden((_, element) => isOn(element)),
  'w:t': then((story, element) => story.beginText(element)),
  'w:tab': tab,
  'w:ptab': tab,
  'w:br': lineEnd,
  'w:cr': lineEnd,
  'w:noBreakHyphen': inRun((story) => story.write('-')),
  'w:sym': inRun((story, element) => {
    const code = Number.parseInt(element.attr('char') ?? '', 16)
    if (code > 0) story.write(symbolOf(String.fromCharCode(code), element.attr('font') ?? ''))
  }),
  'w:fldChar': then(({ fields }, element) => fields.mark(element.attr('fldCharType'))),
  // The reading above a word, not the word.
  'w:rt': skip,

  'w:del': deletion,
  'w:moveFrom': deletion,
  'w:cellDel': then(({ place }) => place.deleteCell()),

  'w:sdt': then(({ controls }) => controls.push({ prompt: false, contents: false })),
  'w:showingPlcHdr': then((story, element) => story.ofControl({ prompt: isOn(element) })),
  'w:docPartGallery': then((story, element) => {
    if (element.attr('val') === 'Table of Contents') story.ofControl({ contents: true })
  }),
  'w:sdtContent': ({ controls }) => controls.at(-1)?.prompt === true,

  'w:txbxContent': then((story) => story.openBox()),

  'w:tbl': then(({ place }) => place.openTable()),
  'w:tr': then(({ place }) => place.openRow()),
  'w:tc': ({ place }) => {
    if (place.deleted) return true
    place.openCell()
    return undefined
  },
  'w:gridBefore': ofTable,
  'w:gridAfter': ofTable,
  'w:gridSpan': ofTable,
  'w:vMerge': ofTable,
  'w:hMerge': ofTable,
  'w:tblPr': skip,
  'w:tblGrid': skip,
  'w:sectPr': skip,

  'w:footnote': note,
  'w:endnote': note,
}

export const CLOSE: Readonly<Record<string, (story: Story) => void>> = {
  'w:p': (story) => story.closeParagraph(),
  'w:r': (story) => story.beginRun(),
  'w:sdt': ({ controls }) => void controls.pop(),
  'w:txbxContent': (story) => story.closeBox(),
  'w:tbl': ({ place }) => place.closeTable(),
  'w:tr': ({ place }) => place.closeRow(),
  'w:tc': ({ place }) => place.closeCell(),
}
