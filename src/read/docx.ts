/**
 * Word documents (.docx: ECMA-376, transitional and strict). The text is what Word shows and prints, with every
 * tracked change accepted; the numbers that Word makes are worked out and stand in the blocks, not in the text.
 */
import { PlanparseError } from '../error.ts'
import { refuseOthers } from './container.ts'
import { writeBody, writeFurniture } from './docx/compose.ts'
import { Lists } from './docx/lists.ts'
import { type Numbering, readNumbering } from './docx/numbering.ts'
import { findParts } from './docx/parts.ts'
import type { Piece } from './docx/pieces.ts'
import { Story } from './docx/story.ts'
import { readStyles, type Styles } from './docx/styles.ts'
import { readXml } from './docx/xml.ts'
import { Draft } from './draft.ts'
import type { BinaryReading } from './index.ts'
import { Archive } from './zip.ts'

/**
 * Reads a Word document. Rejects with `PlanparseError` for a file that is none, is damaged, is protected with a
 * password, or swells when it is unpacked.
 */
export async function readDocx(bytes: Uint8Array): Promise<BinaryReading> {
  refuseOthers(bytes, 'docx')
  const archive = await Archive.open(bytes)
  const parts = await findParts(archive)
  const styles = await readStyles(archive, parts.styles)
  const numbering = await readNumbering(archive, parts.numbering, styles)
  const draft = new Draft()
  writeBody(draft, await readStory(archive, parts.document, styles, numbering, 'w:document'))
  for (const part of parts.others) writeFurniture(draft, await readStory(archive, part, styles, numbering))
  return { ...draft.finish(), lines: 'pasted', notes: [], markup: [] }
}

async function readStory(
  archive: Archive,
  part: string,
  styles: Styles,
  numbering: Numbering,
  root?: string,
): Promise<Piece[]> {
  const story = new Story(styles, new Lists(numbering))
  await readXml(archive, part, story)
  if (root !== undefined && story.root !== root) throw new PlanparseError('not-this-format', 'docx')
  return story.pieces()
}
