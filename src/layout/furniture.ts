/**
 * Marks page furniture among the lines: page numbers and running heads, and what a web site puts around an article.
 */
import { isDeadlinePhrase } from '../deadline/index.ts'
import type { TextBlock } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import { isHeader } from '../terms/columns.ts'
import { beginsFoot, furnitureOf } from '../terms/furniture.ts'
import { readMarker } from '../terms/markers.ts'
import { looksLikeUnit, unitShare } from '../terms/units.ts'
import { closesMore } from '../text/brackets.ts'
import { displayWidth, squeeze } from '../text/chars.ts'
import { isLabelled } from './wrapping.ts'

/** No more lines than this are taken for the foot of a page. */
const LONGEST_FOOT = 40

/** Gives furniture lines their role, in place; what a reader knows already stays and counts for nothing here. */
export function markFurniture(blocks: readonly TextBlock[], terms: Terms): void {
  const lines = blocks.filter((block) => block.role === null)
  const pageNumbers: number[] = []
  lines.forEach((line, i) => {
    const id = furnitureOf(line.view.text, line.view.signs)
    if (id === null) return
    line.role = 'furniture'
    if (id === 'page-number' || id === 'page-of') pageNumbers.push(i)
  })
  markContents(lines)
  markBetween(lines)
  markRunningHeads(lines, pageNumbers, terms)
  markFoot(lines)
}

/**
 * A running head stands beside a page number and elsewhere again; or after one, in parts far from each other. What
 * shares a part with a running head is one too.
 */
function markRunningHeads(lines: readonly TextBlock[], pageNumbers: readonly number[], terms: Terms): void {
  if (pageNumbers.length === 0) return
  const times = new Map<string, number>()
  for (const { view } of lines) times.set(view.text, (times.get(view.text) ?? 0) + 1)
  const heads = new Set<string>()
  for (const at of pageNumbers) {
    for (const beside of [at - 1, at + 1]) {
      const line = lines[beside]
      if (!line || line.role !== null || !mayBeHead(line.view.text, terms)) continue
      const parts = line.view.text.split(/\s{4,}/)
      if ((times.get(line.view.text) as number) > 1 || (beside > at && parts.length > 1))
        for (const part of parts) heads.add(part)
    }
  }
  const seen = new Set<string>()
  lines.forEach((line, i) => {
    if (line.role !== null || line.view.length >= 80) return
    const parts = line.view.text.split(/\s{4,}/)
    // The title of the document may head its pages: where it stands itself, near the top, it stays.
    const isTitle = parts.length === 1 && i < 12 && !seen.has(line.view.text)
    seen.add(line.view.text)
    if (!isTitle && parts.some((part) => part.length > 3 && heads.has(part))) line.role = 'furniture'
  })
}

const SHORTEST_HEAD = 6

/** No sentence, no item, no labelled line (责任领导：… at the end of a page), no row and no header of a table. */
function mayBeHead(text: string, terms: Terms): boolean {
  if (displayWidth(text) > 100 || /[。；，\t|｜]/.test(text) || isLabelled(text, terms)) return false
  // The rest of an annotation, which another item has as well: 限：长期坚持）.
  if (readMarker(text)?.weak === false || closesMore(text)) return false
  // A whole one on a line of its own: （牵头单位：县教育局）, （县教育局、县民政局）.
  const within = /^[（(〔【［[]([^（(）)]{2,80})[）)〕】］\]]$/.exec(text)?.[1]
  if (within !== undefined && (isLabelled(within, terms) || unitShare(within) >= 0.5)) return false
  // A cell at the end of a page, of a table with each cell on a line of its own: 县教育局, 6月底前, 已完成.
  if (text.length <= SHORTEST_HEAD || looksLikeUnit(text) || isDeadlinePhrase(text)) return false
  return !isHeader(text.split(/\s{2,}/), terms) && terms.fieldOf(text) === null
}

/** So many lines a table of contents has at most, and so many characters each. */
const MOST_CONTENTS = 300
const LONGEST_ENTRY = 60

/** A table of contents: below 目录, up to where its first entry stands again, the lines that stand again as headings. */
function markContents(lines: readonly TextBlock[]): void {
  const from = lines.findIndex((line) => /^\s*目\s{0,4}录\s*$/.test(line.view.text)) + 1
  const near = lines.slice(from, from + MOST_CONTENTS).map((line) => entryOf(line.view.text))
  const to = from === 0 ? -1 : near.indexOf(near[0] as string, 1)
  if (to < 0) return
  const headings = new Set(lines.slice(from + to).map((line) => entryOf(line.view.text)))
  for (const [i, entry] of near.slice(0, to).entries())
    if (entry.length <= LONGEST_ENTRY && headings.has(entry)) (lines[from + i] as TextBlock).role ??= 'furniture'
}

/** A heading without blanks, and without the page behind it: 一、总则……1, 一、总则  1. */
function entryOf(line: string): string {
  const text = squeeze(line.replace(/\s\d{1,3}\s{0,4}$/, ''))
  let end = text.length
  while (end > 0 && /\d/.test(text.charAt(end - 1))) end--
  const page = end
  while (end > 0 && /[.…·]/.test(text.charAt(end - 1))) end--
  return end < page ? text.slice(0, end) : text
}

/** 名称：… among other data of the page is one of them, and so is 相关链接： with nothing behind it. */
const BETWEEN = /^(?:信息)?(?:名\s*称|标\s*题)\s*[：:]|^相关(?:链接|文件|附件|解读)\s?[：:]$/

function markBetween(lines: readonly TextBlock[]): void {
  lines.forEach((line, i) => {
    const beside = lines[i - 1]?.role === 'furniture' || lines[i + 1]?.role === 'furniture'
    if (line.role === null && beside && BETWEEN.test(line.view.text)) line.role = 'furniture'
  })
}

/** From the first line of a page's foot on, all is furniture, where that is but the end of the document. */
function markFoot(lines: readonly TextBlock[]): void {
  const from = Math.max(0, lines.length - LONGEST_FOOT)
  // Tables are no lines, but they stand in the text.
  const end = lines.at(-1)?.view.hull().end ?? 0
  const isLate = (line: TextBlock, i: number) => i >= lines.length * 0.4 || line.view.offsetAt(0) >= end * 0.4
  // 政策解读 is the name of work as well, above sentences of its own.
  const isWork = ({ view }: TextBlock, i: number) =>
    /^(?:政策解读|政策咨询)$/.test(view.text) && lines.slice(i + 1).some((line) => line.view.text.endsWith('。'))
  const foot = lines.findIndex(
    (line, i) => i >= from && isLate(line, i) && beginsFoot(line.view.text) && !isWork(line, i),
  )
  if (foot < 0) return
  for (const line of lines.slice(foot)) line.role = 'furniture'
}
