/**
 * What holds where a node is made: whose children it joins, how deep, and what the headings above say.
 */
import { Siblings } from './ids.ts'
import type { Inherited } from './values.ts'

export interface Scope {
  siblings: Siblings
  depth: number
  inherited: Inherited
  /** The heading above announces narrative; see `terms/headings.ts`. */
  narrative: 'principle' | 'overview' | null
}

/** The scope at the top of a part. */
export function partScope(siblings: Siblings): Scope {
  return { siblings, depth: 0, inherited: { units: [], deadlines: [] }, narrative: null }
}

/** The scope below a section. */
export function scopeBelow(
  section: { id: string; depth: number },
  inherited: Inherited,
  narrative: Scope['narrative'],
): Scope {
  return { siblings: new Siblings(section.id), depth: section.depth, inherited, narrative }
}
